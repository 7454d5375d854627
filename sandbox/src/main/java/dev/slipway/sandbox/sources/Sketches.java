package dev.slipway.sandbox.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Charts in place of those on the internet: of each, what others wait for and what it waits for
 * itself. They are given the values that the real ones would get.
 *
 * @param folder where they are written for Helm
 */
public record Sketches(Path folder) {
  private static final String ANY = "any-chart";

  /** A chart without a sketch of its own is a Deployment and no more. */
  public Path chart(String name) {
    Path chart = folder.resolve(name);
    try {
      if (!Files.exists(chart)) {
        Files.createDirectories(chart.resolve("templates"));
        Files.writeString(
            chart.resolve("Chart.yaml"), "{apiVersion: v2, name: " + name + ", version: 1.0.0}");
        Files.writeString(chart.resolve("templates/sketch.yaml"), text(name));
      }
      return chart;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) throws IOException {
    String objects = read("/stand-in/" + name + ".yaml").map(text -> text + "\n---\n").orElse("");
    Optional<String> template = read("/sketches/" + name + ".yaml");
    return template.isPresent() || !objects.isEmpty()
        ? objects + template.orElse("")
        : read("/sketches/" + ANY + ".yaml").orElseThrow();
  }

  private static Optional<String> read(String resource) throws IOException {
    try (InputStream content = Sketches.class.getResourceAsStream(resource)) {
      return content == null
          ? Optional.empty()
          : Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
