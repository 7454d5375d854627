package dev.slipway.activities.externalsecrets;

import dev.slipway.activities.kubernetes.Condition;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.standing.Warnings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What an ExternalSecret says about itself, with its Events: pure.
 *
 * @param currentSince since when its source is as it is now
 */
record ExternalSecretReading(
    String name, KubernetesObject object, List<KubernetesObject> events, Instant currentSince) {

  String namespace() {
    return object.namespace();
  }

  String place() {
    return namespace() + "/" + name;
  }

  boolean exists() {
    return object.content().isObject();
  }

  /** Whether the controller has ever looked at it. */
  boolean hasStatus() {
    return !object.conditions().isEmpty();
  }

  boolean isReady() {
    return ready().filter(Condition::isTrue).isPresent()
        && isAboutPresentSource()
        && isAboutPresentSpec();
  }

  /** The refresh time has no fractions of a second. */
  private boolean isAboutPresentSource() {
    String refreshed = object.status().path("refreshTime").asText("");
    return !refreshed.isEmpty()
        && Instant.parse(refreshed).isAfter(currentSince.truncatedTo(ChronoUnit.SECONDS));
  }

  /** The status names the generation that it is about, such as {@code 3-8fd2…}. */
  private boolean isAboutPresentSpec() {
    String synced = object.status().path("syncedResourceVersion").asText();
    String generation = object.content().at("/metadata/generation").asText();
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
    // The condition is the same for all causes; only the Event says what AWS answered.
    Optional<String> event = Warnings.newest(events, object);
    if (!hasStatus()) {
      return Optional.of(
          title
              + event
                  .map(words -> " has no status; " + words)
                  .orElse(" has no status: is the External Secrets controller running?"));
    }
    if (ready().filter(Condition::isTrue).isPresent()) {
      return Optional.of(title + " or its source was changed, and it is not refreshed yet");
    }
    String condition = ready().map(Condition::why).orElse("not ready");
    return Optional.of(title + ": " + condition + event.map(words -> "; " + words).orElse(""));
  }

  private Optional<Condition> ready() {
    return object.condition("Ready");
  }
}
