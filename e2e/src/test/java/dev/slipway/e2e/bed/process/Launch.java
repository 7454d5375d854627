package dev.slipway.e2e.bed.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to start: a command with a clean environment, whose output goes to {@code <name>.log}. */
public record Launch(
    String name, Path folder, List<String> command, Map<String, String> environment) {
  private static final String SYSTEM_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  public static Launch of(String name, Path folder, Object... command) {
    List<String> words = new ArrayList<>();
    for (Object word : command) {
      words.add(word.toString());
    }
    return new Launch(
        name, folder, words, Map.of("PATH", SYSTEM_PATH, "HOME", folder.toString(), "LC_ALL", "C"));
  }

  public Launch with(Map<String, String> more) {
    Map<String, String> merged = new LinkedHashMap<>(environment);
    merged.putAll(more);
    return new Launch(name, folder, command, merged);
  }

  public Launch with(String variable, Object value) {
    return with(Map.of(variable, value.toString()));
  }

  /** Puts folders in front of the system's PATH. */
  public Launch withPath(Path... folders) {
    StringBuilder path = new StringBuilder();
    for (Path bin : folders) {
      path.append(bin).append(':');
    }
    return with("PATH", path + SYSTEM_PATH);
  }
}
