package dev.slipway.activities.externalsecrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;

/** ExternalSecrets on the mock server. */
final class StoredExternalSecrets {
  private static final CustomResourceDefinitionContext KIND =
      new CustomResourceDefinitionContext.Builder()
          .withGroup("external-secrets.io")
          .withVersion("v1")
          .withKind("ExternalSecret")
          .withPlural("externalsecrets")
          .withScope("Namespaced")
          .build();

  private final KubernetesClient client;

  StoredExternalSecrets(KubernetesClient client, KubernetesMockServer server) {
    this.client = client;
    server.expectCustomResource(KIND);
  }

  void create(String namespace, String name, String fixture) {
    ObjectNode object = ExternalSecretReadingTest.fixture(fixture);
    ((ObjectNode) object.path("metadata")).put("name", name).put("namespace", namespace);
    ((ObjectNode) object.path("status")).put("syncedResourceVersion", "1-of-the-first-generation");
    client
        .genericKubernetesResources(KIND)
        .inNamespace(namespace)
        .resource(
            client
                .getKubernetesSerialization()
                .unmarshal(object.toString(), GenericKubernetesResource.class))
        .create();
  }

  /** Value of the annotation that asks for a refresh; null without one. */
  String forceSync(String namespace, String name) {
    return client
        .genericKubernetesResources(KIND)
        .inNamespace(namespace)
        .withName(name)
        .get()
        .getMetadata()
        .getAnnotations()
        .get(ForceSync.ANNOTATION);
  }
}
