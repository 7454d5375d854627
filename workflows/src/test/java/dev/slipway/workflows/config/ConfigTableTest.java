package dev.slipway.workflows.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder of bad config.yaml files, one for each situation, each beside what a person is told. */
class ConfigTableTest {
  private static final Path TABLE = Path.of("src/test/resources/config");

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void reportsEveryProblemWithItsLine(String situation) throws IOException {
    String yaml = Files.readString(TABLE.resolve(situation + ".yaml"));
    ConfigReading reading = ConfigReader.read(yaml);
    String told = reading.problems().stream().map(p -> p + "\n").collect(joining());
    assertThat(told).isEqualTo(golden(situation, told));
    assertThat(reading.config()).isNull();
  }

  @Test
  void hasAFileForEverySituation() throws IOException {
    assertThat(situations()).hasSizeGreaterThanOrEqualTo(50);
  }

  static List<String> situations() throws IOException {
    try (Stream<Path> files = Files.list(TABLE)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  private static String golden(String situation, String told) throws IOException {
    Path file = TABLE.resolve(situation + ".problems");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, told);
    }
    return Files.readString(file);
  }
}
