package dev.slipway.workflows.install;

import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.progress.ProgressBoard;

/** The steps of one run, each given just what it needs. */
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
    ReportUrls reportUrls) {

  static InstallSteps of(InstallRequest request, Owner owner, ProgressBoard board) {
    Stubs stubs = new Stubs(request.taskQueue(), request.stepWithin());
    return new InstallSteps(
        new Preflight(stubs, owner),
        new ClaimCluster(stubs, owner),
        new CreateConfigSecrets(stubs, request.credentials()),
        new BootstrapCluster(stubs),
        new ApplyCustomManifests(stubs),
        new AwaitClusterSecret(stubs),
        new Settle(),
        new InstallAddonsAppSet(stubs),
        new AwaitHealthyApplications(stubs, board, request.applicationsWithin()),
        new ReportUrls(stubs));
  }
}
