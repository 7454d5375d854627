package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Everything that changes an object. Callers hold the lock. */
public final class Writes {
  private final ObjectStore store;
  private final Deletion deletion;

  public Writes(ObjectStore store) {
    this.store = store;
    deletion = new Deletion(store);
  }

  /** A status that comes with a new object is dropped, where it has a path of its own. */
  public ObjectNode create(ObjectKey key, ResourceType type, ObjectNode object) {
    ObjectNode fresh = type.typed(object);
    if (type.statusSubresource()) {
      fresh.remove("status");
    }
    return store.create(key, fresh);
  }

  /** Replaces all but the status, or the status only. */
  public ObjectNode replace(
      ObjectKey key, ResourceType type, ObjectNode object, boolean onlyStatus) {
    if (!type.statusSubresource()) {
      return keep(key, type.typed(object));
    }
    ObjectNode live = store.find(key).orElseThrow(() -> ApiRefusal.notFound(key));
    ObjectNode result = (onlyStatus ? live : object).deepCopy();
    JsonNode status = (onlyStatus ? object : live).path("status");
    result.remove("status");
    if (!status.isMissingNode()) {
      result.set("status", status);
    }
    return keep(key, type.typed(result));
  }

  /** Merges a patch of one of the three kinds that are no server-side apply. */
  public ObjectNode patch(
      ObjectKey key, ResourceType type, String contentType, JsonNode patch, boolean onlyStatus) {
    ObjectNode live = store.find(key).orElseThrow(() -> ApiRefusal.notFound(key));
    ObjectNode patched =
        switch (contentType) {
          case "application/json-patch+json" -> JsonPatch.apply(live, patch);
          case "application/merge-patch+json", "application/strategic-merge-patch+json" ->
              JsonPatch.merge(live, patch);
          default ->
              throw new ApiRefusal(415, "UnsupportedMediaType", "unsupported: " + contentType);
        };
    return replace(key, type, patched, onlyStatus);
  }

  /** Server-side apply: creates what is not there. */
  public ObjectNode apply(
      ObjectKey key, ResourceType type, ServerSideApply apply, ObjectNode object, boolean status) {
    Optional<ObjectNode> live = store.find(key);
    if (live.isPresent()) {
      return replace(key, type, apply.apply(key, live.get(), object), status);
    }
    if (status) {
      throw ApiRefusal.notFound(key);
    }
    return create(key, type, apply.apply(key, JsonNodeFactory.instance.objectNode(), object));
  }

  /** Writes an object as it is, status included. */
  public ObjectNode keep(ObjectKey key, ObjectNode object) {
    ObjectNode written = store.replace(key, object);
    deletion.finish(key);
    return written;
  }

  /** What is left of the object: itself while finalizers hold it, as it was otherwise. */
  public ObjectNode delete(ObjectKey key, JsonNode options) {
    return deletion.delete(key, options);
  }
}
