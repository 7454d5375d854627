package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** The objects, each with the metadata that only a server writes. Callers hold the lock. */
public final class ObjectStore {
  private final Map<ObjectKey, ObjectNode> objects =
      new TreeMap<>(
          Comparator.comparing(ObjectKey::group)
              .thenComparing(ObjectKey::plural)
              .thenComparing(ObjectKey::namespace)
              .thenComparing(ObjectKey::name));
  private long resourceVersion = 1;

  /** All that is here now; what becomes of the one does not become of the other. */
  public ObjectStore copy() {
    ObjectStore copy = new ObjectStore();
    objects.forEach((key, object) -> copy.objects.put(key, object.deepCopy()));
    copy.resourceVersion = resourceVersion;
    return copy;
  }

  public Optional<ObjectNode> find(ObjectKey key) {
    return Optional.ofNullable(objects.get(key)).map(ObjectNode::deepCopy);
  }

  /** All objects of a kind; an empty namespace means every one. */
  public List<ObjectNode> list(String group, String plural, String namespace) {
    return objects.entrySet().stream()
        .filter(entry -> entry.getKey().group().equals(group))
        .filter(entry -> entry.getKey().plural().equals(plural))
        .filter(entry -> namespace.isEmpty() || entry.getKey().namespace().equals(namespace))
        .map(entry -> entry.getValue().deepCopy())
        .toList();
  }

  /** Objects of whichever kind. */
  public List<ObjectNode> all(Predicate<ObjectNode> wanted) {
    return objects.values().stream().filter(wanted).map(ObjectNode::deepCopy).toList();
  }

  public List<ObjectKey> keys() {
    return List.copyOf(objects.keySet());
  }

  public String resourceVersion() {
    return Long.toString(resourceVersion);
  }

  public ObjectNode create(ObjectKey key, ObjectNode object) {
    if (objects.containsKey(key)) {
      throw new ApiRefusal(409, "AlreadyExists", key + " already exists");
    }
    ObjectNode stored = Defaults.of(key, object);
    ObjectNode metadata = metadata(stored);
    metadata.put("name", key.name());
    if (!key.namespace().isEmpty()) {
      requireNamespace(key);
      metadata.put("namespace", key.namespace());
    }
    metadata.put("uid", UUID.randomUUID().toString());
    metadata.put("creationTimestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    metadata.put("generation", 1);
    return keep(key, stored);
  }

  /** Nothing is written, and no resource version is spent, where nothing is different. */
  ObjectNode replace(ObjectKey key, ObjectNode object) {
    ObjectNode before = find(key).orElseThrow(() -> ApiRefusal.notFound(key));
    ObjectNode after = Defaults.of(key, object);
    ObjectNode metadata = metadata(after);
    String expected = metadata.path("resourceVersion").asText();
    if (!expected.isEmpty()
        && !expected.equals(metadata(before).path("resourceVersion").asText())) {
      throw ApiRefusal.conflict(key, "the object has been modified");
    }
    for (String field :
        List.of(
            "name",
            "namespace",
            "uid",
            "creationTimestamp",
            "deletionTimestamp",
            "generation",
            "resourceVersion")) {
      copy(metadata(before), metadata, field);
    }
    if (after.equals(before)) {
      return before;
    }
    if (!content(after).equals(content(before))) {
      metadata.put("generation", metadata.path("generation").asLong() + 1);
    }
    return keep(key, after);
  }

  void markDeleted(ObjectKey key) {
    ObjectNode object = objects.get(key);
    if (!metadata(object).has("deletionTimestamp")) {
      metadata(object)
          .put("deletionTimestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
      keep(key, object);
    }
  }

  void remove(ObjectKey key) {
    resourceVersion++;
    objects.remove(key);
  }

  static ObjectNode metadata(JsonNode object) {
    return ((ObjectNode) object).withObject("/metadata");
  }

  private ObjectNode keep(ObjectKey key, ObjectNode object) {
    resourceVersion++;
    metadata(object).put("resourceVersion", resourceVersion());
    objects.put(key, object);
    return object.deepCopy();
  }

  private void requireNamespace(ObjectKey key) {
    ObjectKey namespace = new ObjectKey("", "namespaces", "", key.namespace());
    ObjectNode found = find(namespace).orElseThrow(() -> ApiRefusal.notFound(namespace));
    if (metadata(found).has("deletionTimestamp")) {
      throw new ApiRefusal(
          403, "Forbidden", key + " is forbidden: " + namespace + " is being terminated");
    }
  }

  private static ObjectNode content(ObjectNode object) {
    return object.deepCopy().without(List.of("metadata", "status"));
  }

  private static void copy(ObjectNode from, ObjectNode to, String field) {
    if (from.has(field)) {
      to.set(field, from.get(field));
      return;
    }
    to.remove(field);
  }
}
