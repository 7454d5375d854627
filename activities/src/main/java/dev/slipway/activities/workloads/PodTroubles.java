package dev.slipway.activities.workloads;

import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The first thing that keeps a pod from being ready and says why. */
final class PodTroubles {
  private static final Set<String> NO_TROUBLE = Set.of("ContainerCreating", "PodInitializing");

  private final KubernetesClient client;

  PodTroubles(KubernetesClient client) {
    this.client = client;
  }

  Optional<String> of(String namespace, LabelSelector selector) {
    if (selector == null) {
      return Optional.empty();
    }
    return client
        .pods()
        .inNamespace(namespace)
        .withLabelSelector(selector)
        .list()
        .getItems()
        .stream()
        .map(PodTroubles::of)
        .flatMap(Optional::stream)
        .findFirst();
  }

  static Optional<String> of(Pod pod) {
    if (pod.getStatus() == null) {
      return Optional.empty();
    }
    String name = "pod " + pod.getMetadata().getName();
    return unschedulable(pod).or(() -> waiting(pod)).map(trouble -> name + " " + trouble);
  }

  private static Optional<String> unschedulable(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .filter(condition -> condition.getType().equals("PodScheduled"))
        .filter(condition -> condition.getStatus().equals("False"))
        .map(condition -> "cannot be scheduled: " + condition.getMessage())
        .findFirst();
  }

  private static Optional<String> waiting(Pod pod) {
    return Stream.concat(
            pod.getStatus().getInitContainerStatuses().stream(),
            pod.getStatus().getContainerStatuses().stream())
        .flatMap(PodTroubles::waiting)
        .findFirst();
  }

  private static Stream<String> waiting(ContainerStatus container) {
    if (container.getState() == null || container.getState().getWaiting() == null) {
      return Stream.empty();
    }
    ContainerStateWaiting waiting = container.getState().getWaiting();
    if (waiting.getReason() == null || NO_TROUBLE.contains(waiting.getReason())) {
      return Stream.empty();
    }
    String message = waiting.getMessage() == null ? "" : " (" + waiting.getMessage() + ")";
    return Stream.of(
        "container %s: %s%s".formatted(container.getName(), waiting.getReason(), message));
  }
}
