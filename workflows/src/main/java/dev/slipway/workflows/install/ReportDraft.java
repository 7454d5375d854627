package dev.slipway.workflows.install;

import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.contract.ApplicationActivities.ExpectedApplication;
import dev.slipway.workflows.contract.ConfigSecretsActivities.ConfigSecrets;
import dev.slipway.workflows.contract.OwnershipActivities.Outcome;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.contract.ReleaseActivities.Release;
import dev.slipway.workflows.contract.UrlActivities.Probe;
import dev.slipway.workflows.install.AwaitHealthyApplications.Healthy;
import dev.slipway.workflows.progress.StepState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the steps led to. */
final class ReportDraft {
  private final Agreement agreement;
  private final List<Release> releases = new ArrayList<>();
  private ConfigSecrets secrets;
  private Healthy healthy;
  private List<Probe> urls = List.of();

  ReportDraft(Agreement agreement) {
    this.agreement = agreement;
  }

  void secrets(ConfigSecrets written) {
    secrets = written;
  }

  void releases(List<Release> installed) {
    releases.addAll(installed);
  }

  void healthy(Healthy platform) {
    healthy = platform;
  }

  void urls(List<Probe> probed) {
    urls = probed;
  }

  Platform platform() {
    return agreement.plan().platform();
  }

  Instant secretsCurrentSince() {
    return secrets.currentSince();
  }

  List<String> addons() {
    return healthy.applications().stream().map(ExpectedApplication::addon).toList();
  }

  Outcome outcome() {
    return new Outcome(releases, secrets.configArn(), secrets.githubAppArn(), applications());
  }

  InstallReport report(List<StepState> steps) {
    List<String> warnings = new ArrayList<>();
    agreement.plan().warnings().forEach(w -> warnings.add(w.subject() + ": " + w.message()));
    warnings.addAll(healthy.warnings());
    Decision decision = agreement.decision();
    return new InstallReport(
        platform().target().cluster().toString(),
        agreement.plan().digest(),
        decision == null ? null : decision.approver(),
        releases,
        applications(),
        urls,
        warnings,
        steps);
  }

  private List<String> applications() {
    return healthy.applications().stream().map(ExpectedApplication::name).toList();
  }
}
