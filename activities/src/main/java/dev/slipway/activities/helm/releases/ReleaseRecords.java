package dev.slipway.activities.helm.releases;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Helm's records of one release: Secrets {@code sh.helm.release.v1.NAME.vN}. */
public final class ReleaseRecords {
  private final KubernetesClient client;
  private final String name;
  private final String namespace;

  public ReleaseRecords(KubernetesClient client, String name, String namespace) {
    this.client = client;
    this.name = name;
    this.namespace = namespace;
  }

  /** The newest revision. */
  public Optional<Revision> newest() {
    return KubernetesFailures.naming(
        "records of release " + name + " in " + namespace,
        () ->
            secrets().stream()
                .max(Comparator.comparingInt(ReleaseRecords::number))
                .map(Revision::of));
  }

  /**
   * Removes half-made revisions from the top, so that the next call of Helm makes them again under
   * the same number. Only for who has the release's token, so that no child works on it.
   */
  void dropHalfMade() {
    for (Optional<Revision> top = newest();
        top.isPresent() && top.get().isHalfMade();
        top = newest()) {
      drop(top.get().secret());
    }
  }

  // The precondition keeps away from a record that somebody has written since it was read.
  private void drop(Secret secret) {
    String object = "half-made " + secret.getMetadata().getName();
    KubernetesFailures.naming(
        object,
        () ->
            client
                .secrets()
                .inNamespace(namespace)
                .resource(secret)
                .lockResourceVersion(secret.getMetadata().getResourceVersion())
                .delete());
  }

  private List<Secret> secrets() {
    return client
        .secrets()
        .inNamespace(namespace)
        .withLabel("owner", "helm")
        .withLabel("name", name)
        .list()
        .getItems();
  }

  private static int number(Secret secret) {
    String name = secret.getMetadata().getName();
    String number = name.substring(name.lastIndexOf(".v") + 2);
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw FailureType.RELEASE_OWNED.failure(
          "Secret %s is no release of Helm's".formatted(name), e);
    }
  }
}
