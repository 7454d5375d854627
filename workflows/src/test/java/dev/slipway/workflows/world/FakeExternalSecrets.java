package dev.slipway.workflows.world;

import dev.slipway.workflows.contract.ClusterSecretActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes the cluster secret at once. */
public final class FakeExternalSecrets implements ClusterSecretActivities {
  private final List<String> done;
  private volatile String fault;

  FakeExternalSecrets(List<String> done) {
    this.done = done;
  }

  /** Never makes it, and says why. */
  public void neverReady(String message) {
    fault = message;
  }

  @Override
  public ClusterSecret checkClusterSecret(Platform platform, Instant currentSince) {
    if (fault != null) {
      throw FailureType.NOT_YET.benign(fault, Duration.ofSeconds(2));
    }
    done.add("cluster secret");
    return new ClusterSecret(Map.of("clusterName", "idp"), Map.of());
  }
}
