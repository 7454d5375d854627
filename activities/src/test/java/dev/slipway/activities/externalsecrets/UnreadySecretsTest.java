package dev.slipway.activities.externalsecrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.eks.EmptyCluster;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnreadySecretsTest {
  private final EmptyCluster cluster = new EmptyCluster();
  private final StoredExternalSecrets stored = new StoredExternalSecrets(cluster);
  private final UnreadySecrets secrets =
      new UnreadySecrets(
          cluster.client(), Clock.fixed(Instant.ofEpochSecond(1_767_323_045), ZoneOffset.UTC));

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void asksForThoseThatAreNamedAndNotReady() {
    cluster.createNamespace("backstage");
    cluster.createNamespace("another-team");
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
    int before = cluster.server().requests().size();

    secrets.refresh(Set.of());

    assertThat(cluster.server().requests()).hasSize(before);
  }
}
