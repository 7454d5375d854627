package dev.slipway.workflows.platform;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.failure.FailureType;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The packages folder that was approved. Every activity that reads the folder compares the digest
 * first and refuses another with {@link FailureType#PACKAGES_CHANGED}.
 *
 * @param digest SHA-256 over the paths and contents of the worker's packages folder, hexadecimal
 * @param commit commit that {@code repo.revision} resolved to; null where it could not be resolved
 * @param charts SHA-256 of the archives that Slipway installs from repositories, hexadecimal, by
 *     the chart's name, without those that were not there; null from an earlier build
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Packages(String digest, String commit, Map<String, String> charts) {
  public Packages {
    requireNonNull(digest, "digest");
    charts = charts == null ? null : Collections.unmodifiableMap(new TreeMap<>(charts));
  }

  /** Whether this chart was there, with whichever content; always from an earlier build. */
  public boolean hasChart(String name) {
    return charts == null || charts.containsKey(name);
  }

  /** What the chart has to be; empty where nobody has said it. */
  public Optional<String> chart(String name) {
    return Optional.ofNullable(charts).map(known -> known.get(name));
  }
}
