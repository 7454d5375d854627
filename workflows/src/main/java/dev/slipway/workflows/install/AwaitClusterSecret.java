package dev.slipway.workflows.install;

import dev.slipway.workflows.contract.ClusterSecretActivities;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.progress.Step;

/** Waits until External Secrets has made the cluster secret and the repository credentials. */
final class AwaitClusterSecret implements InstallStep<ReportDraft, ClusterSecret> {
  private final ClusterSecretActivities activities;

  AwaitClusterSecret(Stubs stubs) {
    this.activities = stubs.of(ClusterSecretActivities.class, "Look for the cluster secret");
  }

  @Override
  public Step step() {
    return Step.AWAIT_CLUSTER_SECRET;
  }

  @Override
  public ClusterSecret run(ReportDraft draft) {
    return activities.checkClusterSecret(draft.platform(), draft.secretsCurrentSince());
  }

  @Override
  public FailureType onTimeout() {
    return FailureType.CLUSTER_SECRET_NOT_READY;
  }
}
