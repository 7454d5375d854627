package dev.slipway.standins.contract.externalsecrets;

import dev.slipway.standins.contract.StandInTestCluster;
import dev.slipway.standins.externalsecrets.StandInExternalSecrets;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The stand-in does what is asked of the real External Secrets. */
final class StandInExternalSecretsTest extends ExternalSecretsContract {
  private static final Map<String, String> AWS = new ConcurrentHashMap<>();
  private static StandInTestCluster cluster;

  @BeforeAll
  static void start() {
    cluster =
        new StandInTestCluster(
                made ->
                    new StandInExternalSecrets(
                        made.objects(),
                        name -> Optional.ofNullable(AWS.get(name)),
                        Clock.systemUTC()))
            .with("external-secrets", "/stand-in/external-secrets.yaml");
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Override
  protected ExternalSecretsWorld world() {
    return new World();
  }

  private record World() implements ExternalSecretsWorld {
    @Override
    public KubernetesClient client() {
      return cluster.client();
    }

    @Override
    public String region() {
      return "eu-west-3";
    }

    @Override
    public void putSecret(String name, String value) {
      AWS.put(name, value);
    }
  }
}
