package dev.slipway.activities.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** The Applications of the platform in one cluster. */
final class Applications {
  private final LiveObjects live;

  Applications(KubernetesClient client) {
    live = new LiveObjects(client);
  }

  /** One request; the AppSet chart puts the label on every Application, its own included. */
  List<KubernetesObject> list() {
    return live.withLabel(ArgoCd.APPLICATION, ArgoCd.NAMESPACE, "addon=true");
  }

  Optional<KubernetesObject> find(String name) {
    return live.find(ArgoCd.APPLICATION, ArgoCd.NAMESPACE, name);
  }

  /**
   * A JSON merge patch that names the resource version it was made for.
   *
   * @return false where the Application has changed since
   */
  boolean patch(String name, JsonNode patch) {
    return Answers.unlessConflict(
        () -> live.patch(ArgoCd.APPLICATION, ArgoCd.NAMESPACE, name, patch));
  }
}
