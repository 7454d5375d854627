package dev.slipway.activities.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that one child has for itself; nobody but the owner may look into it. */
final class TemporaryFolder {
  private TemporaryFolder() {}

  static Path create() throws IOException {
    return Files.createTempDirectory("slipway-helm-");
  }

  /** Parent and child may both delete at the same time, so what is gone already is no failure. */
  static void delete(Path folder) {
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
}
