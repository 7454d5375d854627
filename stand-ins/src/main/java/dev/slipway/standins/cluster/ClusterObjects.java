package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The cluster's objects for the small controllers that live beside it. All copies. */
public final class ClusterObjects {
  private final ApiServer api;

  ClusterObjects(ApiServer api) {
    this.api = api;
  }

  /** All objects of a kind in all namespaces; none where the kind is not known yet. */
  public List<ObjectNode> list(String group, String plural) {
    return api.inside((store, types) -> store.list(group, plural, ""));
  }

  public Optional<ObjectNode> find(ObjectKey key) {
    return api.inside((store, types) -> store.find(key));
  }

  /** Creates or replaces, status included. Refused where the kind is not known. */
  public void put(ObjectNode object) {
    api.inside(
        (store, types) -> {
          ObjectKey key = key(types, object);
          return store.find(key).isPresent()
              ? store.replace(key, object)
              : store.create(key, object);
        });
  }

  /** Changes an object in one go; nothing happens where it is gone. */
  public void change(ObjectKey key, Consumer<ObjectNode> change) {
    api.inside(
        (store, types) ->
            store
                .find(key)
                .map(
                    object -> {
                      change.accept(object);
                      return store.replace(key, object);
                    }));
  }

  public void createNamespace(String name) {
    ObjectNode namespace = JsonNodeFactory.instance.objectNode();
    namespace
        .put("apiVersion", "v1")
        .put("kind", "Namespace")
        .putObject("metadata")
        .put("name", name);
    if (find(new ObjectKey("", "namespaces", "", name)).isEmpty()) {
      put(namespace);
    }
  }

  private static ObjectKey key(KnownTypes types, ObjectNode object) {
    ResourceType type =
        types
            .ofKind(object.path("apiVersion").asText(), object.path("kind").asText())
            .orElseThrow(ApiRefusal::noSuchPath);
    return type.key(
        object.path("metadata").path("namespace").asText(),
        object.path("metadata").path("name").asText());
  }
}
