package dev.slipway.e2e.contract;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.standins.contract.ClusterContract;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real Kubernetes API does what the stand-in's tests say. */
@ExtendWith(BedExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("core")
final class ClusterContractE2E extends ClusterContract {
  private final Cluster cluster;

  ClusterContractE2E(Bed bed) {
    cluster = bed.cluster("alpha");
  }

  @Override
  protected KubernetesClient connect() {
    return BedClient.administrator(cluster);
  }

  @Override
  protected KubernetesClient connectWithFewRights() {
    return BedClient.nobody(cluster);
  }
}
