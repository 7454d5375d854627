package dev.slipway.e2e.contract;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.standins.contract.externalsecrets.ExternalSecretsContract;
import dev.slipway.standins.contract.externalsecrets.ExternalSecretsWorld;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/** The real External Secrets does what the stand-in's tests say. */
@ExtendWith(BedExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("core")
final class ExternalSecretsContractE2E extends ExternalSecretsContract {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final World world;

  ExternalSecretsContractE2E(Bed bed) {
    Cluster cluster = bed.cluster("alpha");
    cluster.helm(
        "install",
        "external-secrets",
        "external-secrets",
        "--repo=" + bed.sources().charts().url(),
        "--namespace=external-secrets",
        "--create-namespace");
    for (String pod : new String[] {"external-secrets-webhook", "external-secrets"}) {
      Await.until(pod, SOON, () -> cluster.pods().isRunning(pod));
    }
    world = new World(cluster, bed.aws().clients(cluster.account(), cluster.region()).secrets());
  }

  @Override
  protected ExternalSecretsWorld world() {
    return world;
  }

  private record World(Cluster cluster, SecretsManagerClient secrets)
      implements ExternalSecretsWorld {
    @Override
    public KubernetesClient client() {
      return cluster.client();
    }

    @Override
    public String region() {
      return cluster.region();
    }

    @Override
    public void putSecret(String name, String value) {
      try {
        secrets.createSecret(request -> request.name(name).secretString(value));
      } catch (ResourceExistsException e) {
        secrets.putSecretValue(request -> request.secretId(name).secretString(value));
      }
    }
  }
}
