package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.objects.ApiRefusal;
import dev.slipway.standins.cluster.objects.KnownTypes;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.cluster.objects.ResourceType;
import dev.slipway.standins.cluster.objects.ServerSideApply;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The cluster's objects for the small controllers that live beside it. All are copies. */
public final class ClusterObjects {
  private final ApiServer api;

  ClusterObjects(ApiServer api) {
    this.api = api;
  }

  /** All objects of a kind in all namespaces; none where the kind is not known yet. */
  public List<ObjectNode> list(String group, String plural) {
    return api.inside((store, types, writes) -> store.list(group, plural, ""));
  }

  /** Objects of whichever kind. */
  public List<ObjectNode> all(Predicate<ObjectNode> wanted) {
    return api.inside((store, types, writes) -> store.all(wanted));
  }

  public Optional<ObjectNode> find(ObjectKey key) {
    return api.inside((store, types, writes) -> store.find(key));
  }

  /** Grows with every change of any object. */
  public String version() {
    return api.inside((store, types, writes) -> store.resourceVersion());
  }

  /** What discovery says of an object's kind; empty where it is not known. */
  public Optional<ResourceType> type(ObjectNode object) {
    return api.inside((store, types, writes) -> type(types, object));
  }

  /** Where an object of this kind and name is stored; empty where the kind is not known. */
  public Optional<ObjectKey> key(ObjectNode object) {
    return api.inside((store, types, writes) -> type(types, object).map(type -> key(type, object)));
  }

  /** Creates or replaces, status included. Refused where the kind is not known. */
  public void put(ObjectNode object) {
    api.inside(
        (store, types, writes) -> {
          ObjectKey key = key(type(types, object).orElseThrow(ApiRefusal::noSuchPath), object);
          return store.find(key).isPresent() ? writes.keep(key, object) : store.create(key, object);
        });
  }

  /**
   * Server-side apply, taking other managers' fields over.
   *
   * @throws ApiRefusal where the kind or the namespace is not known
   */
  public void apply(ObjectNode object, String manager) {
    api.inside(
        (store, types, writes) -> {
          ResourceType type = type(types, object).orElseThrow(ApiRefusal::noSuchPath);
          ServerSideApply apply = new ServerSideApply(manager, /* force= */ true);
          return writes.apply(key(type, object), type, apply, object, /* status= */ false);
        });
  }

  /** Changes an object in one go; nothing happens where it is gone. */
  public void change(ObjectKey key, Consumer<ObjectNode> change) {
    api.inside(
        (store, types, writes) ->
            store
                .find(key)
                .map(
                    object -> {
                      change.accept(object);
                      return writes.keep(key, object);
                    }));
  }

  /** Deletes what is still there; what it owned is collected. */
  public void delete(ObjectKey key) {
    api.inside(
        (store, types, writes) ->
            store
                .find(key)
                .map(found -> writes.delete(key, JsonNodeFactory.instance.objectNode())));
  }

  public void createNamespace(String name) {
    ObjectNode namespace = JsonNodeFactory.instance.objectNode();
    namespace.put("apiVersion", "v1").put("kind", "Namespace");
    namespace.putObject("metadata").put("name", name);
    if (find(new ObjectKey("", "namespaces", "", name)).isEmpty()) {
      put(namespace);
    }
  }

  private static Optional<ResourceType> type(KnownTypes types, ObjectNode object) {
    return types.ofKind(object.path("apiVersion").asText(), object.path("kind").asText());
  }

  private static ObjectKey key(ResourceType type, ObjectNode object) {
    return type.key(
        object.path("metadata").path("namespace").asText(),
        object.path("metadata").path("name").asText());
  }
}
