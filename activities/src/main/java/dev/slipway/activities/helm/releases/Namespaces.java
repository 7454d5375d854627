package dev.slipway.activities.helm.releases;

import dev.slipway.activities.failure.KubernetesFailures;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Makes a namespace that is not there. Helm's own way needs more rights and more requests. */
final class Namespaces {
  private final KubernetesClient client;

  Namespaces(KubernetesClient client) {
    this.client = client;
  }

  void ensure(String name) {
    Boolean missing =
        KubernetesFailures.naming(
            "namespace " + name, () -> client.namespaces().withName(name).get() == null);
    if (missing) {
      create(name);
    }
  }

  private void create(String name) {
    Namespace namespace =
        new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
    try {
      client.namespaces().resource(namespace).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() != 409) {
        throw KubernetesFailures.translate("namespace " + name, e);
      }
    }
  }
}
