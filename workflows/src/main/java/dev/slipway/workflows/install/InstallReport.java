package dev.slipway.workflows.install;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.contract.ReleaseActivities.Release;
import dev.slipway.workflows.contract.UrlActivities.Probe;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.StepState;
import java.util.ArrayList;
import java.util.List;

/**
 * What an install led to.
 *
 * @param cluster account, region and name with slashes between
 * @param approvedBy the name that was given, a claim; null where no approval was required
 * @param releases the Helm releases that Slipway keeps
 * @param applications names of the applications that are up
 * @param urls where people reach the platform, and whether each answered
 * @param warnings what was seen but did not stop the run
 * @param steps each step with its times
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstallReport(
    String cluster,
    String planDigest,
    String approvedBy,
    List<Release> releases,
    List<String> applications,
    List<Probe> urls,
    List<String> warnings,
    List<StepState> steps) {
  public InstallReport {
    releases = List.copyOf(releases);
    applications = List.copyOf(applications);
    urls = List.copyOf(urls);
    warnings = List.copyOf(warnings);
    steps = List.copyOf(steps);
  }

  /** What the run knows at its end. */
  static InstallReport of(InstallState state, List<StepState> steps) {
    Plan plan = state.agreement().plan();
    Decision decision = state.agreement().decision();
    List<String> warnings =
        new ArrayList<>(plan.warnings().stream().map(Finding::toString).toList());
    warnings.addAll(state.healthy().warnings());
    return new InstallReport(
        plan.cluster().toString(),
        plan.digest(),
        decision == null ? null : decision.approver(),
        state.releases(),
        state.healthy().names(),
        state.probes(),
        warnings,
        steps);
  }
}
