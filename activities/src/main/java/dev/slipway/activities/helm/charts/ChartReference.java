package dev.slipway.activities.helm.charts;

import static java.util.Objects.requireNonNull;

import dev.slipway.workflows.packages.AddonSource;

/**
 * Which chart is meant.
 *
 * @param repository {@code http(s)://}, {@code oci://} (or, as Argo CD writes it, a registry
 *     without scheme), or a folder below the packages folder, starting with a dot
 * @param version one exact version; a leading v does not count
 */
public record ChartReference(String repository, String chart, String version) {
  public ChartReference {
    requireNonNull(repository, "repository");
    requireNonNull(chart, "chart");
    requireNonNull(version, "version");
  }

  public static ChartReference of(AddonSource addon) {
    return new ChartReference(addon.repository(), addon.chartName(), addon.defaultVersion());
  }

  boolean isHttp() {
    return repository.startsWith("http://") || repository.startsWith("https://");
  }

  boolean isFolder() {
    return repository.startsWith("/") || repository.startsWith(".");
  }

  /** Whether this version of an index is the one that is meant. */
  boolean matches(String listed) {
    return withoutV(listed).equals(withoutV(version));
  }

  private static String withoutV(String text) {
    return text.startsWith("v") ? text.substring(1) : text;
  }

  @Override
  public String toString() {
    return "chart %s %s of %s".formatted(chart, version, repository);
  }
}
