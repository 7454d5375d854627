package dev.slipway.activities.preflight;

import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.workflows.failure.FailureType;
import java.util.Map;

/** What the charts are that Slipway installs itself. */
@FunctionalInterface
public interface ChartDigests {

  /**
   * SHA-256 of each chart's archive, hexadecimal, by the chart's name; without those that the
   * packages bring themselves, and those that are not there.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#CHART_REPOSITORY_UNAVAILABLE}
   *     where a repository did not answer, {@link FailureType#CHART_REFUSED} where it does not let
   *     itself be asked
   */
  Map<String, String> of(PackagesCopy packages, boolean pathRouting);
}
