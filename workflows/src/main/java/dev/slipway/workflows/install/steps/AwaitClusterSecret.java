package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.contract.ClusterSecretActivities;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.progress.FlowLine;
import java.time.Instant;

/** Waits until External Secrets has made the cluster secret and the repository credentials. */
public final class AwaitClusterSecret
    implements FlowStep<AwaitClusterSecret.Wanted, ClusterSecret> {

  /**
   * What to wait for.
   *
   * @param currentSince External Secrets has to have looked at AWS since then
   */
  public record Wanted(Platform platform, Instant currentSince) {}

  private final ClusterSecretActivities activities;

  public AwaitClusterSecret(ActivityCalls calls) {
    this.activities = calls.of(ClusterSecretActivities.class, "Look for the cluster secret");
  }

  @Override
  public FlowLine line() {
    return InstallLine.AWAIT_CLUSTER_SECRET;
  }

  @Override
  public ClusterSecret run(Wanted wanted) {
    return activities.checkClusterSecret(wanted.platform(), wanted.currentSince());
  }

  @Override
  public FailureType onTimeout() {
    return FailureType.CLUSTER_SECRET_NOT_READY;
  }
}
