package dev.slipway.activities.helm.charts;

import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.preflight.ChartDigests;
import dev.slipway.workflows.digest.Sha256;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.platform.Packages;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The charts that Slipway installs itself, by what they are and not only by what they are called.
 */
public final class ApprovedCharts implements ChartDigests {
  private static final String PREFIX = "sha256:";

  private final ChartRepositories charts;

  public ApprovedCharts(ChartRepositories charts) {
    this.charts = charts;
  }

  @Override
  public Map<String, String> of(PackagesCopy packages, boolean pathRouting) {
    Map<String, String> digests = new TreeMap<>();
    if (!Files.exists(packages.path(PackagesTree.ADDONS))) {
      return digests;
    }
    for (AddonSource addon : packages.addons(pathRouting).addons()) {
      ChartReference chart = ChartReference.of(addon);
      if (AddonGraph.BOOTSTRAP.contains(addon.key()) && !chart.isFolder() && isThere(chart)) {
        digests.put(chart.chart(), Sha256.of(charts.archive(chart)));
      }
    }
    return digests;
  }

  /**
   * Fetches the chart of an addon, and refuses another than the approved.
   *
   * @param folder where an archive is put
   * @throws ApplicationFailure {@link FailureType#CHART_CHANGED}, {@link
   *     FailureType#CHART_REPOSITORY_UNAVAILABLE}, {@link FailureType#CHART_REFUSED}
   */
  public Path fetch(AddonSource addon, PackagesCopy packages, Packages approved, Path folder) {
    ChartReference chart = ChartReference.of(addon);
    Path fetched = charts.in(packages.root()).fetch(chart, folder);
    if (!chart.isFolder()) {
      String found = digest(fetched);
      refuseOther(chart, found, approved.chart(chart.chart()).orElse(found), "approved was");
      refuseOther(chart, found, withoutPrefix(addon, found), "packages/addons/values.yaml says");
    }
    return fetched;
  }

  private boolean isThere(ChartReference chart) {
    return charts.whyMissing(chart, new ChartIndex.Known()).isEmpty();
  }

  private static String withoutPrefix(AddonSource addon, String otherwise) {
    return addon.digest().isEmpty() ? otherwise : addon.digest().replace(PREFIX, "");
  }

  private static void refuseOther(
      ChartReference chart, String found, String wanted, String whoSays) {
    if (!found.equals(wanted)) {
      throw FailureType.CHART_CHANGED.failure(
          "The archive of %s has digest sha256:%s; %s sha256:%s"
              .formatted(chart, found, whoSays, wanted));
    }
  }

  private static String digest(Path archive) {
    try {
      return Sha256.of(Files.readAllBytes(archive));
    } catch (IOException e) {
      throw FailureType.HELM_FAILED.failure("The chart cannot be read: " + e.getMessage(), e);
    }
  }
}
