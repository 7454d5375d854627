package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.contract.ReleaseActivities;
import dev.slipway.workflows.contract.ReleaseActivities.Release;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.progress.FlowLine;
import java.util.List;

/** Installs the chart whose ApplicationSets make one Application an enabled addon. */
public final class InstallAddonsAppSet implements FlowStep<Platform, List<Release>> {
  private final ReleaseActivities activities;

  public InstallAddonsAppSet(ActivityCalls calls) {
    this.activities = calls.helm(ReleaseActivities.class, "Install the AppSet chart with Helm");
  }

  @Override
  public FlowLine line() {
    return InstallLine.INSTALL_ADDONS_APPSET;
  }

  @Override
  public List<Release> run(Platform platform) {
    return List.of(
        activities.installRelease(platform, BootstrapRelease.ADDONS_APPSET, ClusterClaim.owner()));
  }
}
