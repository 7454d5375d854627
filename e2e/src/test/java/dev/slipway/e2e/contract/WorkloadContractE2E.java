package dev.slipway.e2e.contract;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.standins.contract.workloads.WorkloadContract;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kubernetes and kwok do what the stand-in's tests say. */
@ExtendWith(BedExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("core")
final class WorkloadContractE2E extends WorkloadContract {
  private final KubernetesClient client;

  WorkloadContractE2E(Bed bed) {
    client = bed.cluster("alpha").client();
  }

  @Override
  protected KubernetesClient client() {
    return client;
  }
}
