package dev.slipway.activities.argocd;

import static java.util.Comparator.comparingInt;

import dev.slipway.activities.kubernetes.Condition;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.activities.kubernetes.standing.ObjectLists;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;

/** The ApplicationSets, asked why they have not made an Application. */
final class Generators {
  private final ObjectLists lists;

  Generators(KubernetesClient client) {
    lists = new ObjectLists(new LiveObjects(client));
  }

  /** At most one sentence; none where no ApplicationSet says anything. One request for all. */
  List<String> faultsOf(String absent) {
    try {
      return madeBy(absent).flatMap(Generators::error).stream().toList();
    } catch (KubernetesClientException e) {
      return List.of("its ApplicationSet could not be looked at: " + e.getMessage());
    }
  }

  // Each is called after its ApplicationSet and the cluster.
  private Optional<KubernetesObject> madeBy(String application) {
    return lists.list(ArgoCd.APPLICATION_SET, ArgoCd.NAMESPACE).stream()
        .filter(set -> application.startsWith(set.name() + "-"))
        .max(comparingInt(set -> set.name().length()));
  }

  private static Optional<String> error(KubernetesObject set) {
    return set.condition("ErrorOccurred")
        .filter(Condition::isTrue)
        .map(
            error ->
                "ApplicationSet %s/%s: %s".formatted(set.namespace(), set.name(), error.why()));
  }
}
