package dev.slipway.workflows.install;

import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.contract.ReleaseActivities;
import dev.slipway.workflows.contract.ReleaseActivities.BootstrapRelease;
import dev.slipway.workflows.contract.ReleaseActivities.Release;
import dev.slipway.workflows.contract.WorkloadActivities;
import dev.slipway.workflows.progress.Step;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.List;

/** Installs Argo CD and External Secrets at once: they do not need each other. */
final class BootstrapCluster implements InstallStep<Platform, List<Release>> {
  private final Stubs stubs;

  BootstrapCluster(Stubs stubs) {
    this.stubs = stubs;
  }

  @Override
  public Step step() {
    return Step.BOOTSTRAP_CLUSTER;
  }

  @Override
  public List<Release> run(Platform platform) {
    Promise<Release> argoCd =
        Async.function(() -> install(platform, BootstrapRelease.ARGO_CD, "Argo CD"));
    Promise<Release> externalSecrets =
        Async.function(
            () -> install(platform, BootstrapRelease.EXTERNAL_SECRETS, "External Secrets"));
    Promise.allOf(argoCd, externalSecrets).get();
    return List.of(argoCd.get(), externalSecrets.get());
  }

  private Release install(Platform platform, BootstrapRelease release, String name) {
    Release installed =
        stubs
            .helm(ReleaseActivities.class, "Install " + name + " with Helm")
            .installRelease(platform, release);
    stubs
        .of(WorkloadActivities.class, "Wait until " + name + " is ready")
        .checkWorkloads(platform.target(), release);
    return installed;
  }
}
