package dev.slipway.standins.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What an object's metadata says; empty text where it says nothing. */
public record ObjectMeta(JsonNode json) {

  public static ObjectMeta of(JsonNode object) {
    return new ObjectMeta(object.path("metadata"));
  }

  public String name() {
    return json.path("name").asText();
  }

  public String namespace() {
    return json.path("namespace").asText();
  }

  public String uid() {
    return json.path("uid").asText();
  }

  public String annotation(String key) {
    return json.path("annotations").path(key).asText();
  }

  public String label(String key) {
    return json.path("labels").path(key).asText();
  }

  public String resourceVersion() {
    return json.path("resourceVersion").asText();
  }

  public long generation() {
    return json.path("generation").asLong();
  }

  public boolean isDeleted() {
    return json.has("deletionTimestamp");
  }

  public List<String> finalizers() {
    List<String> finalizers = new ArrayList<>();
    json.path("finalizers").forEach(finalizer -> finalizers.add(finalizer.asText()));
    return finalizers;
  }

  /** Whether the object with this uid made it and looks after it. */
  public boolean isControlledBy(String uid) {
    for (JsonNode owner : json.path("ownerReferences")) {
      if (owner.path("uid").asText().equals(uid) && owner.path("controller").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  /** Notes in new metadata who makes the object and looks after it. */
  public static void own(ObjectNode metadata, JsonNode owner) {
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", owner.path("apiVersion").asText())
        .put("kind", owner.path("kind").asText())
        .put("name", of(owner).name())
        .put("uid", of(owner).uid())
        .put("controller", true)
        .put("blockOwnerDeletion", true);
  }
}
