package dev.slipway.activities.argocd.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Why a pod is not ready, in a few words: pure. */
final class PodFault {
  private PodFault() {}

  /** Empty where the pod shows nothing wrong. */
  static Optional<String> of(JsonNode pod) {
    JsonNode status = pod.path("status");
    return Stream.concat(
            Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(field -> elements(status.path(field)))
                .flatMap(container -> container(container).stream()),
            unscheduled(status).stream())
        .findFirst()
        .map(why -> "pod " + pod.path("metadata").path("name").asText() + " " + why);
  }

  private static Optional<String> container(JsonNode container) {
    JsonNode waiting = container.path("state").path("waiting");
    JsonNode terminated = container.path("state").path("terminated");
    String name = container.path("name").asText();
    if (waiting.isObject()) {
      return Optional.of(
          "container %s waits: %s"
              .formatted(name, words(waiting.path("reason"), waiting.path("message"))));
    }
    if (terminated.path("exitCode").asInt() != 0) {
      return Optional.of(
          "container %s ended with exit code %d: %s"
              .formatted(
                  name,
                  terminated.path("exitCode").asInt(),
                  words(terminated.path("reason"), terminated.path("message"))));
    }
    return Optional.empty();
  }

  private static Optional<String> unscheduled(JsonNode status) {
    return elements(status.path("conditions"))
        .filter(condition -> condition.path("type").asText().equals("PodScheduled"))
        .filter(condition -> condition.path("status").asText().equals("False"))
        .map(
            condition ->
                "is not scheduled: " + words(condition.path("reason"), condition.path("message")))
        .findFirst();
  }

  private static String words(JsonNode reason, JsonNode message) {
    String because = message.asText("");
    return because.isEmpty() ? reason.asText() : reason.asText() + ": " + because;
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
