package dev.slipway.activities.externalsecrets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.workflows.platform.BootstrapRelease;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ExternalSecrets, and the Secrets of namespace argocd that they make. */
final class ExternalSecrets {
  private static final Kind EXTERNAL_SECRET =
      Kind.namespaced("external-secrets.io/v1", "ExternalSecret", "externalsecrets");
  private static final String ARGO_CD = BootstrapRelease.ARGO_CD.namespace();
  private static final KubernetesObject ABSENT = new KubernetesObject(MissingNode.getInstance());

  private final LiveObjects live;

  ExternalSecrets(KubernetesClient client) {
    this.live = new LiveObjects(client);
  }

  /** Those of every namespace, without their Events: one request. */
  List<ExternalSecretReading> readAll() {
    return live.list(EXTERNAL_SECRET, "").stream()
        .map(found -> new ExternalSecretReading(found.name(), found, List.of(), Instant.EPOCH))
        .toList();
  }

  /**
   * Those of namespace argocd: one request, and a second one for the Events where one of them is
   * not ready.
   */
  List<ExternalSecretReading> read(List<String> names, Instant currentSince) {
    List<KubernetesObject> found = live.list(EXTERNAL_SECRET, ARGO_CD);
    List<ExternalSecretReading> readings =
        names.stream().map(name -> reading(name, found, List.of(), currentSince)).toList();
    if (readings.stream().allMatch(ExternalSecretReading::isReady)) {
      return readings;
    }
    List<KubernetesObject> events =
        live.withField(Kind.EVENT, ARGO_CD, "involvedObject.kind=ExternalSecret");
    return names.stream().map(name -> reading(name, found, events, currentSince)).toList();
  }

  /** Labels and annotations only: the data stays in the cluster. */
  Optional<KubernetesObject> secret(String name) {
    return live.metadata(Kind.SECRET, ARGO_CD, name);
  }

  /** Asks for a refresh; nothing but the annotation changes. */
  void forceSync(String namespace, String name, String value) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("metadata").putObject("annotations").put(ForceSync.ANNOTATION, value);
    live.patch(EXTERNAL_SECRET, namespace, name, patch);
  }

  private static ExternalSecretReading reading(
      String name,
      List<KubernetesObject> found,
      List<KubernetesObject> events,
      Instant currentSince) {
    KubernetesObject object =
        found.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElse(ABSENT);
    return new ExternalSecretReading(name, object, events, currentSince);
  }
}
