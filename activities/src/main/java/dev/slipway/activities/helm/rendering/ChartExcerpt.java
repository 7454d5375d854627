package dev.slipway.activities.helm.rendering;

import dev.slipway.workflows.failure.FailureType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A chart without the templates that have nothing to do with one object. */
final class ChartExcerpt {
  private ChartExcerpt() {}

  static Path copy(Path chart, Path copy, String object) {
    try (Stream<Path> walk = Files.walk(chart)) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        if (isNeeded(chart.relativize(file), file, object)) {
          Path target = copy.resolve(chart.relativize(file));
          Files.createDirectories(target.getParent());
          Files.write(target, Files.readAllBytes(file));
        }
      }
      return copy;
    } catch (IOException | UncheckedIOException e) {
      throw FailureType.INVALID_PACKAGES.failure(
          "%s cannot be read: %s".formatted(chart.getFileName(), e.getMessage()), e);
    }
  }

  private static boolean isNeeded(Path name, Path file, String object) throws IOException {
    boolean template =
        name.startsWith("templates") && !name.getFileName().toString().startsWith("_");
    return !template || Files.readString(file).contains(object);
  }
}
