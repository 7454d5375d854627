package dev.slipway.e2e.bed.source;

import dev.slipway.e2e.bed.process.Servers;
import dev.slipway.e2e.bed.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The chart of the External Secrets module with its CRDs as templates, as the published one. */
final class ExternalSecretsChart {
  private ExternalSecretsChart() {}

  static Path build(Path work, String version, Path out) {
    Path built = Servers.path("external-secrets.folder");
    Tool.run(work, "cp", "-r", built.resolve("chart"), "external-secrets");
    ChartFolder chart = new ChartFolder(work, "external-secrets", version);
    Tool.run(chart.folder(), "rm", "Chart.lock", "values.schema.json", "templates/crds/README.md");
    String crds = read(built.resolve("crds.yaml"));
    chart.add(
        "templates/crds/crds.yaml", "{{- if .Values.installCRDs }}\n" + crds + "\n{{- end }}\n");
    return chart.packageInto(out);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
