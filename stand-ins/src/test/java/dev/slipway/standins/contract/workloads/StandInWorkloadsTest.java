package dev.slipway.standins.contract.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.standins.contract.Eventually;
import dev.slipway.standins.contract.StandInTestCluster;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stand-in does what is asked of Kubernetes and kwok, and one thing that kwok does not do. */
final class StandInWorkloadsTest extends WorkloadContract {
  private static StandInTestCluster cluster;

  @BeforeAll
  static void start() {
    cluster = new StandInTestCluster(made -> () -> {});
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Override
  protected KubernetesClient client() {
    return cluster.client();
  }

  @Test
  void startsNoPodWithoutTheSecretsThatItNames() {
    client()
        .load(StandInWorkloadsTest.class.getResourceAsStream("/contract/needs-secret.yaml"))
        .serverSideApply();
    Eventually.see(() -> assertThat(ready("bystander")).isEqualTo(1));
    assertThat(ready("needy")).isNull();
    client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("needed")
                .withNamespace("workload-contract")
                .endMetadata()
                .build())
        .create();
    Eventually.see(() -> assertThat(ready("needy")).isEqualTo(1));
  }

  private Integer ready(String name) {
    return client()
        .apps()
        .deployments()
        .inNamespace("workload-contract")
        .withName(name)
        .get()
        .getStatus()
        .getReadyReplicas();
  }
}
