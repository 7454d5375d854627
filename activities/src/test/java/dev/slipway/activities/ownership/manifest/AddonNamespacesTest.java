package dev.slipway.activities.ownership.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.packages.AddonSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AddonNamespacesTest {
  private static final List<AddonSource> ADDONS = List.of(addon("backstage"), addon("keycloak"));

  private final EmptyCluster cluster = new EmptyCluster();
  private final AddonNamespaces namespaces = new AddonNamespaces(cluster.client(), () -> {});

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void tellsTheNamespacesOfOthersFromThoseToCome() {
    cluster.createNamespace("keycloak");
    namespaces.intend(ADDONS);

    assertThat(entries())
        .extracting(entry -> entry.subject().name(), ManifestEntry::origin, ManifestEntry::by)
        .containsExactly(
            tuple("backstage", Origin.MADE, "addon backstage"),
            tuple("keycloak", Origin.BEFORE, "addon keycloak"));
  }

  @Test
  void knowsTheNamespacesOnceTheAddonsAreUp() {
    namespaces.intend(ADDONS);
    cluster.createNamespace("backstage");
    cluster.createNamespace("keycloak");
    namespaces.settle();

    assertThat(entries())
        .extracting(ManifestEntry::uid)
        .containsExactly(uid("backstage"), uid("keycloak"));
  }

  @Test
  void doesNotClaimWhatSomebodyElseMakesLater() {
    namespaces.intend(ADDONS);
    cluster.createNamespace("backstage");
    namespaces.settle();
    cluster.createNamespace("keycloak");
    namespaces.intend(ADDONS);
    namespaces.settle();

    assertThat(entries())
        .extracting(entry -> entry.subject().name(), ManifestEntry::origin)
        .containsExactly(tuple("backstage", Origin.MADE), tuple("keycloak", Origin.BEFORE));
  }

  @Test
  void takesOverWhatCameWithAnOlderInstallation() {
    cluster.createNamespace("keycloak");
    namespaces.found(ADDONS, Instant.parse("2999-01-01T00:00:00Z"));

    assertThat(entries())
        .extracting(entry -> entry.subject().name(), ManifestEntry::origin)
        .containsExactly(tuple("keycloak", Origin.TAKEN));
  }

  private List<ManifestEntry> entries() {
    return new ManifestParts(cluster.client()).content().entries();
  }

  private String uid(String namespace) {
    return cluster.client().namespaces().withName(namespace).require().getMetadata().getUid();
  }

  private static AddonSource addon(String key) {
    return new AddonSource(key, JsonNodeFactory.instance.objectNode().put("namespace", key));
  }
}
