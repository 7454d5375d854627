package dev.slipway.activities.helm.releases;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.kubernetes.Answers;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Makes a namespace that is not there. Helm's own way needs more rights and more requests. */
final class Namespaces {
  private final KubernetesClient client;

  Namespaces(KubernetesClient client) {
    this.client = client;
  }

  void ensure(String name) {
    KubernetesFailures.naming("namespace " + name, () -> isThere(name) || create(name));
  }

  private boolean isThere(String name) {
    return Answers.find(client.namespaces().withName(name)).isPresent();
  }

  /** False where somebody else was faster. */
  private boolean create(String name) {
    Namespace namespace =
        new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
    return Answers.unlessConflict(() -> client.namespaces().resource(namespace).create());
  }
}
