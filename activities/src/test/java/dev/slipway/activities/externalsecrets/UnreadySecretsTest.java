package dev.slipway.activities.externalsecrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true, https = false)
class UnreadySecretsTest {
  KubernetesClient client;
  KubernetesMockServer server;
  private StoredExternalSecrets stored;
  private UnreadySecrets secrets;

  @BeforeEach
  void secrets() {
    stored = new StoredExternalSecrets(client, server);
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1_767_323_045), ZoneOffset.UTC);
    secrets = new UnreadySecrets(client, clock);
  }

  @Test
  void asksForThoseThatAreNamedAndNotReady() {
    stored.create("backstage", "failing-one", "failing");
    stored.create("backstage", "ready-one", "ready");
    stored.create("another-team", "failing-one", "failing");

    secrets.refresh(Set.of("backstage/failing-one", "backstage/ready-one", "backstage/absent"));

    assertThat(stored.forceSync("backstage", "failing-one")).isEqualTo("slipway-1767323045");
    assertThat(stored.forceSync("backstage", "ready-one")).isNull();
    assertThat(stored.forceSync("another-team", "failing-one")).isNull();
  }

  @Test
  void asksTheClusterNothingWhereNoneIsNamed() {
    int before = server.getRequestCount();

    secrets.refresh(Set.of());

    assertThat(server.getRequestCount()).isEqualTo(before);
  }
}
