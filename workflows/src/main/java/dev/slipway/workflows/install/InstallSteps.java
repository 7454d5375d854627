package dev.slipway.workflows.install;

import dev.slipway.workflows.flow.ActivityCalls;
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
        new Preflight(calls, request),
        new ClaimCluster(calls),
        new CreateConfigSecrets(calls, request.credentials()),
        new BootstrapCluster(calls),
        new ApplyCustomManifests(calls),
        new AwaitClusterSecret(calls),
        new Settle(),
        new InstallAddonsAppSet(calls),
        new AwaitHealthyApplications(calls, board, request.applicationsWithin()),
        new ReportUrls(calls),
        new RecordInstallation(calls));
  }
}
