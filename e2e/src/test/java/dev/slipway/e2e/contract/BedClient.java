package dev.slipway.e2e.contract;

import dev.slipway.e2e.bed.Cluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Clients of a test's own, which it may close. */
final class BedClient {
  private BedClient() {}

  static KubernetesClient administrator(Cluster cluster) {
    return new KubernetesClientBuilder().withConfig(config(cluster)).build();
  }

  static KubernetesClient nobody(Cluster cluster) {
    Config nobody = new ConfigBuilder(config(cluster)).withImpersonateUsername("nobody").build();
    return new KubernetesClientBuilder().withConfig(nobody).build();
  }

  private static Config config(Cluster cluster) {
    try {
      return Config.fromKubeconfig(Files.readString(cluster.kubeconfig()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
