package dev.slipway.e2e.bed.control;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** An object whose controller keeps something for it in the cloud, by a finalizer. */
public record Held(KubernetesClient client, HasMetadata object, String finalizer) {
  public boolean isGoing() {
    return object.getMetadata().getDeletionTimestamp() != null;
  }

  public boolean isHeld() {
    return object.getMetadata().getFinalizers().contains(finalizer);
  }

  public void hold() {
    if (!isHeld()) {
      edit(true);
    }
  }

  public void letGo() {
    edit(false);
  }

  private void edit(boolean held) {
    client
        .resource(object)
        .edit(
            fresh -> {
              List<String> finalizers = fresh.getMetadata().getFinalizers();
              finalizers.remove(finalizer);
              if (held) {
                finalizers.add(finalizer);
              }
              return fresh;
            });
  }
}
