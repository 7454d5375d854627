package dev.slipway.activities.externalsecrets;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What an ExternalSecret says about itself, with its Events: pure.
 *
 * @param currentSince since when its source is as it is now
 */
record ExternalSecretReading(
    String name, JsonNode object, List<JsonNode> events, Instant currentSince) {

  String namespace() {
    return object.path("metadata").path("namespace").asText();
  }

  String place() {
    return namespace() + "/" + name;
  }

  boolean exists() {
    return object.isObject();
  }

  /** Whether the controller has ever looked at it. */
  boolean hasStatus() {
    return !object.path("status").path("conditions").isEmpty();
  }

  boolean isReady() {
    return ready().path("status").asText().equals("True")
        && isAboutPresentSource()
        && isAboutPresentSpec();
  }

  /** The refresh time has no fractions of a second. */
  private boolean isAboutPresentSource() {
    String refreshed = object.path("status").path("refreshTime").asText("");
    return !refreshed.isEmpty()
        && Instant.parse(refreshed).isAfter(currentSince.truncatedTo(ChronoUnit.SECONDS));
  }

  /** The status names the generation that it is about, such as {@code 3-8fd2…}. */
  private boolean isAboutPresentSpec() {
    String synced = object.path("status").path("syncedResourceVersion").asText();
    String generation = object.path("metadata").path("generation").asText();
    return synced.isEmpty() || generation.isEmpty() || synced.startsWith(generation + "-");
  }

  /** Empty when it is ready. */
  Optional<String> problem() {
    if (isReady()) {
      return Optional.empty();
    }
    String title = "ExternalSecret argocd/" + name;
    if (!exists()) {
      return Optional.of(title + " does not exist");
    }
    Optional<String> event = newestWarning();
    if (!hasStatus()) {
      return Optional.of(
          title
              + event
                  .map(words -> " has no status; " + words)
                  .orElse(" has no status: is the External Secrets controller running?"));
    }
    if (ready().path("status").asText().equals("True")) {
      return Optional.of(title + " or its source was changed, and it is not refreshed yet");
    }
    String condition =
        ready().path("reason").asText("not ready") + ": " + ready().path("message").asText();
    return Optional.of(title + ": " + condition + event.map(words -> "; " + words).orElse(""));
  }

  /** The condition is the same for all causes; only the Event says what AWS answered. */
  private Optional<String> newestWarning() {
    return events.stream()
        .filter(event -> event.path("type").asText().equals("Warning"))
        .filter(event -> event.path("involvedObject").path("name").asText().equals(name))
        .max(Comparator.comparing(ExternalSecretReading::time))
        .map(event -> event.path("message").asText());
  }

  private JsonNode ready() {
    return StreamSupport.stream(
            object.path("status").path("conditions").spliterator(), /* parallel= */ false)
        .filter(condition -> condition.path("type").asText().equals("Ready"))
        .findFirst()
        .orElse(object.path("absent"));
  }

  private static String time(JsonNode event) {
    String last = event.path("lastTimestamp").asText("");
    return last.isEmpty() ? event.path("eventTime").asText("") : last;
  }
}
