package dev.slipway.sandbox.worker;

import dev.slipway.standins.contract.StandInTestCluster;
import dev.slipway.standins.contract.releases.ReleaseContract;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.AfterEach;

/** The stand-in leaves in a cluster what the real Helm is asked to have left. */
final class StandInHelmTest extends ReleaseContract {
  private final StandInTestCluster cluster = new StandInTestCluster(made -> () -> {});

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Override
  protected KubernetesClient client() {
    return cluster.client();
  }

  @Override
  protected void install() {
    new StandInHelm(client())
        .install(
            new HelmRecord(
                "freight", "release-contract", "contract", "1.2.3", "Install complete", MANIFEST));
  }
}
