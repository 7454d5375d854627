package dev.slipway.e2e.bed.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.e2e.bed.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Argo CD and Slipway fetch: a packages folder in Git whose chart repositories are the bed's,
 * and stand-in charts with the names and versions that its addons/values.yaml gives.
 */
public final class Sources implements AutoCloseable {
  private final GitServer git;
  private final ChartRepository charts;
  private final String commit;

  private Sources(Path packages, Path folder) throws IOException {
    Path work = Files.createDirectories(folder.resolve("chart-work"));
    Path out = Files.createDirectories(folder.resolve("charts"));
    Map<ChartVersion, Path> built = new TreeMap<>();
    for (ChartVersion chart : named(packages.resolve("addons/values.yaml"))) {
      built.put(chart, build(chart, work, out));
    }
    charts = new ChartRepository(built);
    git = GitServer.start(folder);
    Tool.run(folder, "cp", "-r", packages, packages());
    redirectCharts();
    commit = git.commit("Add packages");
  }

  /** Serves a copy of this packages folder. */
  public static Sources of(Path packages, Path folder) {
    try {
      return new Sources(packages, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder to give to Slipway; it is part of the Git checkout. */
  public Path packages() {
    return git.checkout().resolve("packages");
  }

  public GitServer git() {
    return git;
  }

  public ChartRepository charts() {
    return charts;
  }

  /** Undoes what a test did to Git and charts. */
  public void restore() {
    charts.restore();
    git.resetTo(commit);
  }

  @Override
  public void close() {
    git.close();
    charts.close();
  }

  private static Path build(ChartVersion chart, Path work, Path out) {
    return switch (chart.name()) {
      case "argo-cd" -> ArgoCdChart.build(work, chart.version(), out);
      case "external-secrets" -> ExternalSecretsChart.build(work, chart.version(), out);
      default -> StandInChart.build(work, chart, out);
    };
  }

  private static List<ChartVersion> named(Path addons) throws IOException {
    JsonNode values = new YAMLMapper().readTree(addons.toFile());
    return values.properties().stream()
        .filter(addon -> addon.getValue().hasNonNull("chartRepository"))
        .map(addon -> chartOf(addon.getKey(), addon.getValue()))
        .toList();
  }

  private static ChartVersion chartOf(String addon, JsonNode values) {
    return new ChartVersion(
        values.path("chartName").asText(addon), values.get("defaultVersion").asText());
  }

  private void redirectCharts() throws IOException {
    try (Stream<Path> files = Files.list(packages().resolve("addons"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        Files.writeString(
            file, text.replaceAll("(?m)^(\\s+chartRepository:).*$", "$1 " + charts.url()));
      }
    }
  }
}
