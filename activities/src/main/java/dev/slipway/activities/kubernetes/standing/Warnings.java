package dev.slipway.activities.kubernetes.standing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Events say against an object: pure. */
public final class Warnings {
  private Warnings() {}

  /** Words of the newest one, such as {@code FailedMount: secret "tls" not found}. */
  public static Optional<String> newest(List<KubernetesObject> events, KubernetesObject object) {
    return events.stream()
        .filter(event -> event.content().path("type").asText().equals("Warning"))
        .filter(event -> isAbout(event, object))
        .max(Comparator.comparing(Warnings::time))
        .map(
            event ->
                event.content().path("reason").asText()
                    + ": "
                    + event.content().path("message").asText());
  }

  private static boolean isAbout(KubernetesObject event, KubernetesObject object) {
    JsonNode involved = event.content().path("involvedObject");
    return involved.path("kind").asText().equals(object.kind())
        && involved.path("namespace").asText().equals(object.namespace())
        && involved.path("name").asText().equals(object.name());
  }

  /** Of those that happened again, the last time; Events of the newer API have one time only. */
  private static Instant time(KubernetesObject event) {
    JsonNode content = event.content();
    return Stream.of(
            content.path("series").path("lastObservedTime"),
            content.path("lastTimestamp"),
            content.path("eventTime"))
        .map(time -> time.asText(""))
        .filter(time -> !time.isEmpty())
        .findFirst()
        .map(Instant::parse)
        .orElse(Instant.EPOCH);
  }
}
