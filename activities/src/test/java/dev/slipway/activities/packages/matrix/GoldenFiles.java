package dev.slipway.activities.packages.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the packages are expected to become. Run the tests with {@code -Dgolden.write=true} to write
 * the files anew, then read what Git says has changed.
 */
final class GoldenFiles {
  private static final Path FOLDER = Path.of("src/test/resources/golden/packages");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
          .build();

  private GoldenFiles() {}

  /** Compares with all files of a folder; one too many is a difference, too. */
  static void assertMatch(String folder, Map<String, ? extends JsonNode> contents)
      throws IOException {
    Path root = FOLDER.resolve(folder);
    Set<String> expected =
        contents.keySet().stream().map(name -> name + ".yaml").collect(Collectors.toSet());
    boolean write = Boolean.getBoolean("golden.write");
    for (String name : files(root)) {
      if (write && !expected.contains(name)) {
        Files.delete(root.resolve(name));
      }
    }
    for (Map.Entry<String, ? extends JsonNode> content : contents.entrySet()) {
      Path file = root.resolve(content.getKey() + ".yaml");
      String text = YAML.writeValueAsString(content.getValue());
      if (write) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      assertThat(text).as("%s; -Dgolden.write=true writes it", file).isEqualTo(read(file));
    }
    assertThat(files(root)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static Set<String> files(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(root)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
