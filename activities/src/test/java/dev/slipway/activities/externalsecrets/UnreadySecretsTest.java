package dev.slipway.activities.externalsecrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true, https = false)
class UnreadySecretsTest {
  private static final CustomResourceDefinitionContext EXTERNAL_SECRET =
      new CustomResourceDefinitionContext.Builder()
          .withGroup("external-secrets.io")
          .withVersion("v1")
          .withKind("ExternalSecret")
          .withPlural("externalsecrets")
          .withScope("Namespaced")
          .build();

  KubernetesClient client;
  KubernetesMockServer server;
  private UnreadySecrets secrets;

  @BeforeEach
  void secrets() {
    server.expectCustomResource(EXTERNAL_SECRET);
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1_767_323_045), ZoneOffset.UTC);
    secrets = new UnreadySecrets(client, clock);
  }

  @Test
  void asksForThoseThatAreNamedAndNotReady() {
    create("backstage", "failing-one", "failing");
    create("backstage", "ready-one", "ready");
    create("another-team", "failing-one", "failing");

    secrets.refresh(Set.of("backstage/failing-one", "backstage/ready-one", "backstage/absent"));

    assertThat(forceSync("backstage", "failing-one")).isEqualTo("slipway-1767323045");
    assertThat(forceSync("backstage", "ready-one")).isNull();
    assertThat(forceSync("another-team", "failing-one")).isNull();
  }

  @Test
  void asksTheClusterNothingWhereNoneIsNamed() {
    int before = server.getRequestCount();

    secrets.refresh(Set.of());

    assertThat(server.getRequestCount()).isEqualTo(before);
  }

  private void create(String namespace, String name, String fixture) {
    ObjectNode object = ExternalSecretReadingTest.fixture(fixture);
    ObjectNode metadata = (ObjectNode) object.path("metadata");
    metadata.put("name", name).put("namespace", namespace);
    ((ObjectNode) object.path("status")).put("syncedResourceVersion", "1-of-the-first-generation");
    client
        .genericKubernetesResources(EXTERNAL_SECRET)
        .inNamespace(namespace)
        .resource(
            client
                .getKubernetesSerialization()
                .unmarshal(object.toString(), GenericKubernetesResource.class))
        .create();
  }

  private String forceSync(String namespace, String name) {
    Map<String, String> annotations =
        client
            .genericKubernetesResources(EXTERNAL_SECRET)
            .inNamespace(namespace)
            .withName(name)
            .get()
            .getMetadata()
            .getAnnotations();
    return annotations == null ? null : annotations.get("force-sync");
  }
}
