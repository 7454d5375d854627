package dev.slipway.activities.helm.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.workflows.digest.Sha256;
import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;

/** The {@code index.yaml} of a chart repository. */
public final class ChartIndex {
  private static final int LARGEST = 100_000_000;
  private static final YAMLMapper YAML = mapper();

  private final String repository;
  private final JsonNode entries;

  private ChartIndex(String repository, JsonNode entries) {
    this.repository = repository;
    this.entries = entries;
  }

  /** Indexes that were read already, so that a repository is asked once. */
  public static final class Known {
    private final Map<String, ChartIndex> indexes = new HashMap<>();

    ChartIndex of(String repository, Function<String, ChartIndex> read) {
      return indexes.computeIfAbsent(repository, read);
    }
  }

  static ChartIndex read(String repository, HttpFetch http) {
    String base = repository.endsWith("/") ? repository : repository + "/";
    URI address = HttpFetch.address(base + "index.yaml", FailureType.INVALID_PACKAGES);
    byte[] content = http.get(address);
    try {
      JsonNode entries = YAML.readTree(content).path("entries");
      if (!entries.isObject()) {
        throw noIndex(address, /* cause= */ null);
      }
      return new ChartIndex(base, entries);
    } catch (IOException e) {
      throw noIndex(address, e);
    }
  }

  private static ApplicationFailure noIndex(URI address, IOException cause) {
    return FailureType.CHART_REFUSED.failure(address + " is no index of charts", cause);
  }

  byte[] archive(ChartReference reference, HttpFetch http) {
    JsonNode entry =
        entry(reference)
            .orElseThrow(() -> ChartRepositories.missing(reference, versions(reference)));
    URI url = HttpFetch.address(entry.path("urls").path(0).asText(), FailureType.CHART_REFUSED);
    byte[] archive = http.get(URI.create(repository).resolve(url));
    String digest = entry.path("digest").asText();
    if (!digest.isEmpty() && !Sha256.of(archive).equals(digest)) {
      throw FailureType.CHART_REFUSED.failure(
          "The archive of %s has another digest than the index says".formatted(reference));
    }
    return archive;
  }

  /** Empty where the index has the chart in that version. */
  Optional<String> whyMissing(ChartReference reference) {
    return entry(reference).isPresent() ? Optional.empty() : Optional.of(versions(reference));
  }

  private Optional<JsonNode> entry(ChartReference reference) {
    return StreamSupport.stream(entries.path(reference.chart()).spliterator(), false)
        .filter(entry -> reference.matches(entry.path("version").asText()))
        .findFirst();
  }

  private String versions(ChartReference reference) {
    String newest =
        StreamSupport.stream(entries.path(reference.chart()).spliterator(), false)
            .limit(5)
            .map(entry -> entry.path("version").asText())
            .collect(Collectors.joining(", "));
    return newest.isEmpty()
        ? "the repository has no chart of that name"
        : "the repository has " + newest + " …";
  }

  private static YAMLMapper mapper() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    return new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build());
  }
}
