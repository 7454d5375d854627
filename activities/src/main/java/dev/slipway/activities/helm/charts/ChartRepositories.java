package dev.slipway.activities.helm.charts;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where charts come from. */
public final class ChartRepositories {
  private static final String NO_SUCH_FILE = "the folder has neither its archive nor its folder";

  private final Path packages;
  private final HttpFetch http;
  private final OciRegistry registry;

  /**
   * @param heartbeat called every half second while a repository is awaited
   */
  public ChartRepositories(ProxySelector proxies, Runnable heartbeat) {
    this(new HttpFetch(proxies, heartbeat), Path.of("").toAbsolutePath());
  }

  private ChartRepositories(HttpFetch http, Path packages) {
    this.http = http;
    this.registry = new OciRegistry(http);
    this.packages = packages;
  }

  /** The same, with the folders of these packages. */
  public ChartRepositories in(Path packages) {
    return new ChartRepositories(http, packages);
  }

  /**
   * Fetches a chart.
   *
   * @param folder where an archive is put
   * @return archive or chart folder
   * @throws ApplicationFailure {@link FailureType#CHART_REPOSITORY_UNAVAILABLE}, {@link
   *     FailureType#CHART_REFUSED}
   */
  public Path fetch(ChartReference reference, Path folder) {
    if (reference.isFolder()) {
      return find(reference).orElseThrow(() -> missing(reference, NO_SUCH_FILE));
    }
    try {
      return Files.write(folder.resolve(reference.chart() + ".tgz"), archive(reference));
    } catch (IOException e) {
      throw FailureType.HELM_FAILED.failure("The chart cannot be kept: " + e.getMessage(), e);
    }
  }

  byte[] archive(ChartReference reference) {
    return reference.isHttp()
        ? index(reference.repository()).archive(reference, http)
        : registry.archive(reference);
  }

  /**
   * Looks whether a chart could be fetched, without fetching it where an index tells.
   *
   * @return why there is none; empty where there is
   * @throws ApplicationFailure {@link FailureType#CHART_REPOSITORY_UNAVAILABLE} where the
   *     repository did not answer, {@link FailureType#CHART_REFUSED} where it does not let itself
   *     be asked
   */
  public Optional<String> whyMissing(ChartReference reference, ChartIndex.Known indexes) {
    if (reference.isFolder()) {
      return find(reference).isPresent() ? Optional.empty() : Optional.of(NO_SUCH_FILE);
    }
    if (reference.isHttp()) {
      return indexes.of(reference.repository(), this::index).whyMissing(reference);
    }
    return registry.whyMissing(reference);
  }

  private ChartIndex index(String repository) {
    return ChartIndex.read(repository, http);
  }

  private Optional<Path> find(ChartReference reference) {
    Path repository = packages.resolve(reference.repository()).normalize();
    if (!repository.startsWith(packages)) {
      throw FailureType.INVALID_PACKAGES.failure(
          "chartRepository \"%s\" of chart %s leads out of packages/; name a folder in it, such as ./charts"
              .formatted(reference.repository(), reference.chart()));
    }
    Path archive =
        repository.resolve("%s-%s.tgz".formatted(reference.chart(), reference.version()));
    Path chart = repository.resolve(reference.chart());
    if (Files.isRegularFile(archive)) {
      return Optional.of(archive);
    }
    return Files.isRegularFile(chart.resolve("Chart.yaml")) ? Optional.of(chart) : Optional.empty();
  }

  static ApplicationFailure missing(ChartReference reference, String why) {
    return FailureType.CHART_REFUSED.failure("There is no %s: %s".formatted(reference, why));
  }
}
