package dev.slipway.e2e.bed.source;

import dev.slipway.e2e.bed.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A chart being written, to be packaged as {@code <name>-<version>.tgz}. */
final class ChartFolder {
  private static final String CHART =
      """
      apiVersion: v2
      name: %s
      version: %s
      appVersion: %s
      """;
  private final Path work;
  private final String name;
  private final String version;

  ChartFolder(Path work, String name, String version) {
    this.work = work;
    this.name = name;
    this.version = version;
    add("Chart.yaml", CHART.formatted(name, version, version));
  }

  /** Writes a file, with NAME and VERSION in it replaced by the chart's. */
  ChartFolder addTemplate(String file, String resource) {
    return add(file, resource(resource).replace("NAME", name).replace("VERSION", version));
  }

  ChartFolder add(String file, String text) {
    Path target = folder().resolve(file);
    try {
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Path packageInto(Path out) {
    Path archive = out.resolve(name + "-" + version + ".tgz");
    Tool.run(work, "tar", "-czf", archive, name);
    return archive;
  }

  Path folder() {
    return work.resolve(name);
  }

  private static String resource(String name) {
    String path = "/bed/charts/" + name;
    try (InputStream stream = ChartFolder.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalArgumentException("No resource " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
