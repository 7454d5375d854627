package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.contract.ManifestActivities;
import dev.slipway.workflows.contract.ManifestActivities.AppliedManifests;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.progress.FlowLine;

/** Applies the manifests beside both charts: the stores before what reads them. */
public final class ApplyCustomManifests implements FlowStep<Platform, AppliedManifests> {
  private final ActivityCalls calls;

  public ApplyCustomManifests(ActivityCalls calls) {
    this.calls = calls;
  }

  @Override
  public FlowLine line() {
    return InstallLine.APPLY_CUSTOM_MANIFESTS;
  }

  @Override
  public AppliedManifests run(Platform platform) {
    AppliedManifests stores = apply(platform, BootstrapRelease.EXTERNAL_SECRETS.addon());
    AppliedManifests readers = apply(platform, BootstrapRelease.ARGO_CD.addon());
    return new AppliedManifests(
        stores.objects() + readers.objects(), stores.changed() + readers.changed());
  }

  private AppliedManifests apply(Platform platform, String addon) {
    return calls
        .thorough(ManifestActivities.class, "Apply the manifests of " + addon)
        .applyManifests(platform, addon, ClusterClaim.owner());
  }
}
