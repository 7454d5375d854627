package dev.slipway.standins.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.standins.cluster.StandInCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StandInClusterTest extends ClusterContract {
  private static StandInCluster cluster;

  @BeforeAll
  static void start() {
    cluster = StandInCluster.start();
    cluster.deny("list", "", "nodes");
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Override
  protected KubernetesClient connect() {
    return connect("k8s-aws-v1.anything");
  }

  @Override
  protected KubernetesClient connectWithFewRights() {
    return connect();
  }

  @Test
  void refusesCallersWithoutAnEksToken() {
    try (KubernetesClient stranger = connect("anything")) {
      assertThatThrownBy(() -> stranger.namespaces().list())
          .isInstanceOf(KubernetesClientException.class)
          .hasMessageContaining("Unauthorized");
    }
  }

  private static KubernetesClient connect(String token) {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(cluster.endpoint().toString())
            .withCaCertData(cluster.caData())
            .withOauthToken(token)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
