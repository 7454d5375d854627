package dev.slipway.e2e.contract;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.standins.contract.ClusterContract;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real Kubernetes API does what the stand-in's tests say. */
@ExtendWith(BedExtension.class)
final class ClusterContractE2E extends ClusterContract {
  private final Cluster cluster;

  ClusterContractE2E(Bed bed) {
    cluster = bed.cluster("alpha");
  }

  @Override
  protected KubernetesClient connect() {
    return new KubernetesClientBuilder().withConfig(config()).build();
  }

  @Override
  protected KubernetesClient connectWithFewRights() {
    Config nobody = new ConfigBuilder(config()).withImpersonateUsername("nobody").build();
    return new KubernetesClientBuilder().withConfig(nobody).build();
  }

  private Config config() {
    try {
      return Config.fromKubeconfig(Files.readString(cluster.kubeconfig()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
