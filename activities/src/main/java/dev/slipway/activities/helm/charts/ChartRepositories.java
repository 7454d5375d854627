package dev.slipway.activities.helm.charts;

import dev.slipway.workflows.contract.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where charts come from. */
public final class ChartRepositories {
  private final Path packages;
  private final HttpFetch http;
  private final OciRegistry registry;

  /**
   * @param packages what relative folders are relative to
   */
  public ChartRepositories(Path packages, ProxySelector proxies) {
    this.packages = packages;
    this.http = new HttpFetch(proxies);
    this.registry = new OciRegistry(http);
  }

  /**
   * Fetches a chart.
   *
   * @param folder where an archive is put
   * @return archive or chart folder
   * @throws ApplicationFailure {@link FailureType#CHART_REPOSITORY_UNAVAILABLE}
   */
  public Path fetch(ChartReference reference, Path folder) {
    if (reference.isFolder()) {
      return local(reference);
    }
    byte[] archive =
        reference.isHttp()
            ? index(reference.repository()).archive(reference, http)
            : registry.archive(reference);
    try {
      return Files.write(folder.resolve(reference.chart() + ".tgz"), archive);
    } catch (IOException e) {
      throw FailureType.HELM_FAILED.failure("The chart cannot be kept: " + e.getMessage(), e);
    }
  }

  /**
   * Refuses a chart that cannot be fetched, without fetching it where an index tells.
   *
   * @throws ApplicationFailure {@link FailureType#CHART_REPOSITORY_UNAVAILABLE}
   */
  public void refuseMissing(ChartReference reference, ChartIndex.Known indexes) {
    if (reference.isFolder()) {
      local(reference);
    } else if (reference.isHttp()) {
      indexes.of(reference.repository(), this::index).refuseMissing(reference);
    } else {
      registry.refuseMissing(reference);
    }
  }

  private ChartIndex index(String repository) {
    return ChartIndex.read(repository, http);
  }

  private Path local(ChartReference reference) {
    Path repository = packages.resolve(reference.repository()).normalize();
    Path archive =
        repository.resolve("%s-%s.tgz".formatted(reference.chart(), reference.version()));
    if (Files.isRegularFile(archive)) {
      return archive;
    }
    Path chart = repository.resolve(reference.chart());
    if (Files.isRegularFile(chart.resolve("Chart.yaml"))) {
      return chart;
    }
    throw missing(reference, "there is neither %s nor %s".formatted(archive, chart));
  }

  static ApplicationFailure missing(ChartReference reference, String why) {
    return FailureType.CHART_REPOSITORY_UNAVAILABLE.failure(
        "There is no %s: %s".formatted(reference, why));
  }
}
