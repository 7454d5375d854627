package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Finalizers, preconditions, owner references and the end of namespaces. */
final class Deletion {
  private final ObjectStore store;

  Deletion(ObjectStore store) {
    this.store = store;
  }

  /** What is left of the object: itself while finalizers hold it, as it was otherwise. */
  ObjectNode delete(ObjectKey key, JsonNode options) {
    ObjectNode object = store.find(key).orElseThrow(() -> ApiRefusal.notFound(key));
    requirePreconditions(key, object, options.path("preconditions"));
    if (options.path("propagationPolicy").asText().equals("Orphan")) {
      dependents(object).forEach(dependent -> disown(dependent, object));
    }
    if (key.isNamespace()) {
      return empty(key, object);
    }
    if (hasFinalizers(object)) {
      store.markDeleted(key);
      return store.find(key).orElseThrow();
    }
    end(key, object);
    return object;
  }

  /** Removes an object that was only waiting for its finalizers. */
  void finish(ObjectKey key) {
    store
        .find(key)
        .filter(object -> isDeleted(object) && !hasFinalizers(object) && !key.isNamespace())
        .ifPresent(object -> end(key, object));
  }

  private ObjectNode empty(ObjectKey namespace, ObjectNode object) {
    store.markDeleted(namespace);
    object.withObject("/status").put("phase", "Terminating");
    object.withObject("/metadata").remove("resourceVersion");
    ObjectNode terminating = store.replace(namespace, object);
    store.keys().stream()
        .filter(key -> key.namespace().equals(namespace.name()))
        .filter(key -> store.find(key).isPresent())
        .forEach(key -> delete(key, object.objectNode()));
    endIfEmpty(namespace);
    return terminating;
  }

  private void end(ObjectKey key, ObjectNode object) {
    store.remove(key);
    dependents(object).forEach(dependent -> collect(dependent, object));
    endIfEmpty(new ObjectKey("", "namespaces", "", key.namespace()));
  }

  private void endIfEmpty(ObjectKey namespace) {
    boolean inhabited =
        store.keys().stream().anyMatch(key -> key.namespace().equals(namespace.name()));
    if (!inhabited && store.find(namespace).filter(Deletion::isDeleted).isPresent()) {
      store.remove(namespace);
    }
  }

  private void collect(ObjectKey dependent, ObjectNode owner) {
    ObjectNode object = disown(dependent, owner);
    if (object.path("metadata").path("ownerReferences").isEmpty()) {
      delete(dependent, object.objectNode());
    }
  }

  private ObjectNode disown(ObjectKey dependent, ObjectNode owner) {
    ObjectNode object = store.find(dependent).orElseThrow();
    ArrayNode references = object.withObject("/metadata").withArray("ownerReferences");
    references.removeIf(reference -> uid(reference).equals(uid(owner.path("metadata"))));
    return store.replace(dependent, object);
  }

  private Iterable<ObjectKey> dependents(ObjectNode owner) {
    return store.keys().stream()
        .filter(key -> store.find(key).filter(object -> isOwned(object, owner)).isPresent())
        .toList();
  }

  private static boolean isOwned(ObjectNode object, ObjectNode owner) {
    for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
      if (uid(reference).equals(uid(owner.path("metadata")))) {
        return true;
      }
    }
    return false;
  }

  private static void requirePreconditions(ObjectKey key, ObjectNode object, JsonNode wanted) {
    for (String field : new String[] {"uid", "resourceVersion"}) {
      String actual = object.path("metadata").path(field).asText();
      if (wanted.hasNonNull(field) && !wanted.get(field).asText().equals(actual)) {
        throw ApiRefusal.conflict(key, "Precondition failed: " + field + " is " + actual);
      }
    }
  }

  private static String uid(JsonNode node) {
    return node.path("uid").asText();
  }

  private static boolean isDeleted(ObjectNode object) {
    return object.path("metadata").has("deletionTimestamp");
  }

  private static boolean hasFinalizers(ObjectNode object) {
    return !object.path("metadata").path("finalizers").isEmpty();
  }
}
