package dev.slipway.activities.helm.charts;

import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.platform.Packages;
import dev.slipway.workflows.platform.Platform;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/**
 * Looks whether the charts are there. The run cannot do without the two that Slipway installs
 * itself; the others Argo CD fetches, whose network may differ from the worker's.
 */
public final class ChartsExaminer implements Examiner {
  private final PackagesFolder packages;
  private final ChartRepositories charts;

  public ChartsExaminer(PackagesFolder packages, ChartRepositories charts) {
    this.packages = packages;
    this.charts = charts;
  }

  @Override
  public String subject(Platform platform) {
    return "charts";
  }

  @Override
  public Turn turn() {
    return Turn.PACKAGES;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    boolean pathRouting = request.platform().config().pathRouting();
    ChartIndex.Known indexes = new ChartIndex.Known();
    PackagesCopy copy = packages.approved(request.platform().packages());
    ChartRepositories repositories = charts.in(copy.root());
    for (AddonSource addon : copy.addons(pathRouting).addons()) {
      if (addon.isEnabled() && addon.path().isEmpty()) {
        examine(addon, repositories, indexes, findings);
        requireSeen(addon, request.platform().packages(), findings);
      }
    }
  }

  private static void examine(
      AddonSource addon,
      ChartRepositories repositories,
      ChartIndex.Known indexes,
      Findings findings) {
    boolean needed = AddonGraph.BOOTSTRAP.contains(addon.key());
    ChartReference reference = ChartReference.of(addon);
    try {
      Optional<String> missing = repositories.whyMissing(reference, indexes);
      if (missing.isPresent() && needed) {
        findings.blocker(subject(addon), "There is no %s: %s".formatted(reference, missing.get()));
      } else if (missing.isPresent()) {
        findings.warning(subject(addon), "There is no %s: %s".formatted(reference, missing.get()));
      }
    } catch (ApplicationFailure e) {
      if (!needed) {
        findings.warning(subject(addon), "Not looked at: " + e.getOriginalMessage());
      } else if (e.isNonRetryable()) {
        findings.blocker(subject(addon), e.getOriginalMessage());
      } else {
        throw e;
      }
    }
  }

  /** What nobody has seen cannot be what was approved. */
  private static void requireSeen(AddonSource addon, Packages packages, Findings findings) {
    ChartReference reference = ChartReference.of(addon);
    boolean needed = AddonGraph.BOOTSTRAP.contains(addon.key()) && !reference.isFolder();
    if (needed && !packages.hasChart(reference.chart())) {
      findings.blocker(
          subject(addon),
          "%s was not there when the run began, so its content is not part of the plan; start again"
              .formatted(reference));
    }
  }

  private static String subject(AddonSource addon) {
    return "chart of " + addon.key();
  }
}
