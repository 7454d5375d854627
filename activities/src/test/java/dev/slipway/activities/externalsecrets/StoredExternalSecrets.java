package dev.slipway.activities.externalsecrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.eks.EmptyCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;

/** ExternalSecrets with the status that their controller wrote. */
final class StoredExternalSecrets {
  private static final CustomResourceDefinitionContext KIND =
      new CustomResourceDefinitionContext.Builder()
          .withGroup("external-secrets.io")
          .withVersion("v1")
          .withKind("ExternalSecret")
          .withPlural("externalsecrets")
          .withScope("Namespaced")
          .withStatusSubresource(true)
          .build();

  private final KubernetesClient client;

  StoredExternalSecrets(EmptyCluster cluster) {
    client = cluster.client();
    cluster.define(KIND);
  }

  void create(String namespace, String name, String fixture) {
    ObjectNode object = ExternalSecretReadingTest.fixture(fixture);
    ((ObjectNode) object.path("metadata")).put("name", name).put("namespace", namespace);
    ((ObjectNode) object.path("status")).put("syncedResourceVersion", "1-of-the-first-generation");
    GenericKubernetesResource stored =
        client
            .getKubernetesSerialization()
            .unmarshal(object.toString(), GenericKubernetesResource.class);
    Object status = stored.getAdditionalProperties().get("status");
    secrets(namespace).resource(stored).create();
    secrets(namespace).withName(name).editStatus(found -> withStatus(found, status));
  }

  /** Value of the annotation that asks for a refresh; null without one. */
  String forceSync(String namespace, String name) {
    return secrets(namespace)
        .withName(name)
        .get()
        .getMetadata()
        .getAnnotations()
        .get(ForceSync.ANNOTATION);
  }

  private NonNamespaceOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      secrets(String namespace) {
    return client.genericKubernetesResources(KIND).inNamespace(namespace);
  }

  private static GenericKubernetesResource withStatus(
      GenericKubernetesResource secret, Object status) {
    secret.setAdditionalProperty("status", status);
    return secret;
  }
}
