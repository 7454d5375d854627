package dev.slipway.activities.ownership.manifest;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.Kinds;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.workflows.inventory.Subject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cluster has at one moment: one list of metadata for each kind and namespace that is asked
 * about.
 */
final class LiveThings {
  private final LiveObjects live;
  private final Kinds kinds;
  private final Map<String, Map<String, KubernetesObject>> lists = new HashMap<>();

  LiveThings(KubernetesClient client) {
    live = new LiveObjects(client);
    kinds = new Kinds(client);
  }

  /** Its metadata; empty where the API server says that there is none, or serves no such kind. */
  Optional<KubernetesObject> find(Thing thing) {
    Subject subject = thing.subject();
    if (!thing.isObject()) {
      return Optional.empty();
    }
    return KubernetesFailures.naming(
        subject.toString(),
        () ->
            kinds
                .of(thing.apiVersion(), subject.kind())
                .map(kind -> namesakes(kind, subject.namespace()).get(subject.name())));
  }

  private Map<String, KubernetesObject> namesakes(Kind kind, String namespace) {
    String place = kind.isNamespaced() ? namespace : "";
    return lists.computeIfAbsent(kind + " in " + place, unknown -> list(kind, place));
  }

  private Map<String, KubernetesObject> list(Kind kind, String namespace) {
    List<KubernetesObject> found = Answers.ifServed(() -> live.metadata(kind, namespace));
    Map<String, KubernetesObject> byName = new HashMap<>();
    found.forEach(object -> byName.put(object.name(), object));
    return byName;
  }
}
