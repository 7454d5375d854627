package dev.slipway.activities.kubernetes.standing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.Condition;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Of a pod, told by its containers where they say more than it does. */
final class PodStanding {
  private static final Set<String> STARTING = Set.of("", "ContainerCreating", "PodInitializing");
  private static final String GIVEN_UP = "CrashLoopBackOff";

  private PodStanding() {}

  static Standing of(KubernetesObject pod) {
    String phase = pod.status().path("phase").asText();
    if (phase.equals("Succeeded") || pod.condition("Ready").filter(Condition::isTrue).isPresent()) {
      return Standing.CURRENT;
    }
    if (phase.equals("Failed")) {
      return Standing.failed(trouble(pod).orElse("has failed: " + reasons(pod.status())));
    }
    return trouble(pod)
        .map(why -> why.contains(GIVEN_UP) ? Standing.failed(why) : Standing.inProgress(why))
        .orElse(Standing.inProgress("is not ready"));
  }

  /** The first thing that keeps it from being ready; empty where it may just need time. */
  static Optional<String> trouble(KubernetesObject pod) {
    return Stream.concat(
            unscheduled(pod).stream(),
            Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(field -> elements(pod.status().path(field)))
                .flatMap(container -> trouble(container).stream()))
        .findFirst();
  }

  private static Optional<String> unscheduled(KubernetesObject pod) {
    return pod.condition("PodScheduled")
        .filter(Condition::isFalse)
        .map(condition -> "is not scheduled: " + condition.why());
  }

  private static Optional<String> trouble(JsonNode container) {
    String name = container.path("name").asText();
    JsonNode waiting = container.path("state").path("waiting");
    JsonNode terminated = container.path("state").path("terminated");
    if (!STARTING.contains(waiting.path("reason").asText())) {
      return Optional.of("container %s waits: %s".formatted(name, reasons(waiting)));
    }
    int exitCode = terminated.path("exitCode").asInt();
    return exitCode == 0
        ? Optional.empty()
        : Optional.of(
            "container %s ended with exit code %d: %s"
                .formatted(name, exitCode, reasons(terminated)));
  }

  private static String reasons(JsonNode state) {
    return String.join(
        ": ",
        List.of(state.path("reason").asText(), state.path("message").asText()).stream()
            .filter(part -> !part.isBlank())
            .toList());
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), /* parallel= */ false);
  }
}
