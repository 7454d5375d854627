package dev.slipway.standins.argocd.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.control.ObjectMeta;
import java.util.Optional;

/** An object that an Application wants, one that it put there, or both. */
record ManagedResource(Optional<ObjectNode> target, Optional<ObjectNode> live) {

  boolean isSynced() {
    return target.isPresent() && live.isPresent() && Difference.isThere(target.get(), live.get());
  }

  /** Empty where the object has no say in the Application's health. */
  Optional<HealthStatus> health() {
    if (live.isPresent()) {
      return Health.of(live.get());
    }
    return target.filter(Health::isKnown).map(object -> HealthStatus.MISSING);
  }

  ObjectNode json() {
    ObjectNode object = live.or(() -> target).orElseThrow();
    ObjectMeta meta = ObjectMeta.of(object);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String apiVersion = object.path("apiVersion").asText();
    String group = Health.group(object);
    if (!group.isEmpty()) {
      json.put("group", group);
    }
    json.put("version", apiVersion.substring(apiVersion.indexOf('/') + 1));
    json.put("kind", object.path("kind").asText());
    if (!meta.namespace().isEmpty()) {
      json.put("namespace", meta.namespace());
    }
    json.put("name", meta.name()).put("status", isSynced() ? "Synced" : "OutOfSync");
    if (target.isEmpty()) {
      json.put("requiresPruning", true);
    }
    int wave = SyncWave.of(object);
    return wave == 0 ? json : json.put("syncWave", wave);
  }
}
