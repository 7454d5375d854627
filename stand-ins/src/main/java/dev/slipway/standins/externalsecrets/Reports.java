package dev.slipway.standins.externalsecrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** What External Secrets says of an object: a condition, the time, and an event where it failed. */
record Reports(ClusterObjects cluster, Clock clock) {

  void ready(ObjectKey key, String reason, String message) {
    cluster.change(key, object -> condition(object, "True", reason, message));
  }

  void refreshed(ObjectKey key) {
    cluster.change(
        key,
        object -> {
          object.withObject("/status").put("refreshTime", second());
          condition(object, "True", "SecretSynced", "secret synced");
        });
  }

  /** The condition says only that it failed; why stands in the event. */
  void failed(ObjectKey key, String why) {
    cluster.change(
        key,
        object ->
            condition(
                object, "False", "SecretSyncedError", "could not get secret data from provider"));
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("apiVersion", "v1").put("kind", "Event");
    event.put("type", "Warning").put("reason", "UpdateFailed").put("message", why);
    event.put("lastTimestamp", second());
    event
        .putObject("metadata")
        .put("name", key.name() + ".update-failed")
        .put("namespace", key.namespace());
    event
        .putObject("involvedObject")
        .put("kind", "ExternalSecret")
        .put("name", key.name())
        .put("namespace", key.namespace());
    cluster.put(event);
  }

  static boolean isReady(JsonNode object) {
    return object.at("/status/conditions/0/status").asText().equals("True");
  }

  private void condition(ObjectNode object, String status, String reason, String message) {
    object
        .withObject("/status")
        .putArray("conditions")
        .addObject()
        .put("type", "Ready")
        .put("status", status)
        .put("reason", reason)
        .put("message", message)
        .put("lastTransitionTime", second());
  }

  private String second() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
