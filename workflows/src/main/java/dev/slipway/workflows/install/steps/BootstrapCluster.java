package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.contract.ReleaseActivities;
import dev.slipway.workflows.contract.ReleaseActivities.Release;
import dev.slipway.workflows.contract.WorkloadActivities;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.flow.Together;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.progress.FlowLine;
import java.util.List;

/** Installs Argo CD and External Secrets at once: they do not need each other. */
public final class BootstrapCluster implements FlowStep<Platform, List<Release>> {
  private final ActivityCalls calls;

  public BootstrapCluster(ActivityCalls calls) {
    this.calls = calls;
  }

  @Override
  public FlowLine line() {
    return InstallLine.BOOTSTRAP_CLUSTER;
  }

  @Override
  public List<Release> run(Platform platform) {
    return Together.all(
        List.of(
            () -> install(platform, BootstrapRelease.ARGO_CD, "Argo CD"),
            () -> install(platform, BootstrapRelease.EXTERNAL_SECRETS, "External Secrets")));
  }

  private Release install(Platform platform, BootstrapRelease release, String name) {
    Release installed =
        calls
            .helm(ReleaseActivities.class, "Install " + name + " with Helm")
            .installRelease(platform, release, ClusterClaim.owner());
    calls
        .of(WorkloadActivities.class, "Wait until " + name + " is ready")
        .checkWorkloads(platform.target(), release);
    return installed;
  }
}
