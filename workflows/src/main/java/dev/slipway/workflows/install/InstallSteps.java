package dev.slipway.workflows.install;

import dev.slipway.workflows.contract.PreflightActivities.SnapshotRequest;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.install.health.AwaitHealthyApplications;
import dev.slipway.workflows.install.steps.ApplyCustomManifests;
import dev.slipway.workflows.install.steps.AwaitClusterSecret;
import dev.slipway.workflows.install.steps.BootstrapCluster;
import dev.slipway.workflows.install.steps.ClaimCluster;
import dev.slipway.workflows.install.steps.CreateConfigSecrets;
import dev.slipway.workflows.install.steps.InstallAddonsAppSet;
import dev.slipway.workflows.install.steps.Preflight;
import dev.slipway.workflows.install.steps.RecordInstallation;
import dev.slipway.workflows.install.steps.ReportUrls;
import dev.slipway.workflows.install.steps.Settle;
import dev.slipway.workflows.progress.ProgressBoard;

/** The steps of one run. */
record InstallSteps(
    Preflight preflight,
    ClaimCluster claimCluster,
    CreateConfigSecrets createConfigSecrets,
    BootstrapCluster bootstrapCluster,
    ApplyCustomManifests applyCustomManifests,
    AwaitClusterSecret awaitClusterSecret,
    Settle settle,
    InstallAddonsAppSet installAddonsAppSet,
    AwaitHealthyApplications awaitHealthyApplications,
    ReportUrls reportUrls,
    RecordInstallation recordInstallation) {

  static InstallSteps of(InstallRequest request, ProgressBoard board) {
    ActivityCalls calls = ActivityCalls.of(request);
    return new InstallSteps(
        new Preflight(calls, subject(request)),
        new ClaimCluster(calls, ClusterClaim.of(request)),
        new CreateConfigSecrets(calls, request.credentials(), request.mandate()),
        new BootstrapCluster(calls),
        new ApplyCustomManifests(calls),
        new AwaitClusterSecret(calls),
        new Settle(),
        new InstallAddonsAppSet(calls),
        new AwaitHealthyApplications(calls, board, request.applicationsWithin()),
        new ReportUrls(calls),
        new RecordInstallation(calls));
  }

  private static Preflight.Subject subject(InstallRequest request) {
    return new Preflight.Subject(
        new SnapshotRequest(request.target(), request.config(), request.configFile()),
        request.credentials(),
        request.mandate(),
        request.allowUnpushed(),
        request.allowAdoption(),
        request.receivers());
  }
}
