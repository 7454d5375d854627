package dev.slipway.workflows.world;

import dev.slipway.workflows.contract.ConfigSecretsActivities;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.contract.ManifestActivities;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.ReleaseActivities;
import dev.slipway.workflows.contract.WorkloadActivities;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes what an install puts into AWS and into the cluster: secrets, releases, manifests. */
public final class FakeBootstrap
    implements ConfigSecretsActivities, ReleaseActivities, WorkloadActivities, ManifestActivities {
  private final List<String> done;
  private final AtomicInteger apiServerDownFor = new AtomicInteger();

  FakeBootstrap(List<String> done) {
    this.done = done;
  }

  public void apiServerDownForAttempts(int attempts) {
    apiServerDownFor.set(attempts);
  }

  @Override
  public ConfigSecrets createConfigSecrets(
      Platform platform, CredentialsSource credentials, Mandate mandate) {
    done.add("secrets");
    return new ConfigSecrets("arn:config", "arn:github-app", Instant.EPOCH);
  }

  @Override
  public Release installRelease(Platform platform, BootstrapRelease release, Owner owner) {
    done.add("helm " + release.releaseName());
    return new Release(release.releaseName(), release.namespace(), "1.0.0", 1, "INSTALLED");
  }

  @Override
  public void checkWorkloads(Target target, BootstrapRelease release) {}

  @Override
  public AppliedManifests applyManifests(Platform platform, String addon, Owner owner) {
    if (apiServerDownFor.getAndDecrement() > 0) {
      throw FailureType.CLUSTER_UNREACHABLE.failure("connection refused");
    }
    done.add("manifests " + addon);
    return new AppliedManifests(2, 2);
  }
}
