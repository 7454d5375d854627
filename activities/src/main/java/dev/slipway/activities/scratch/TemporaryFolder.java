package dev.slipway.activities.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that somebody of this process has for himself; no other user may look into it. Its name
 * says which worker made it, so that the next one can clear up behind a worker that was killed.
 */
public final class TemporaryFolder {
  private static final String PREFIX = "slipway-helm-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-\\d+");

  private TemporaryFolder() {}

  public static Path create() throws IOException {
    Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    try (DirectoryStream<Path> others =
        Files.newDirectoryStream(folder.getParent(), PREFIX + "*")) {
      for (Path other : others) {
        if (isOrphan(other.getFileName().toString())) {
          delete(other);
        }
      }
    }
    return folder;
  }

  /** What is gone already is no failure: another worker may clear up at the same time. */
  public static void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }

  private static boolean isOrphan(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty();
  }
}
