package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Merges what a manager applies into an object and remembers which fields are the manager's. Lists
 * are taken whole.
 *
 * @param force whether fields of other managers are taken over
 */
public record ServerSideApply(String manager, boolean force) {

  ObjectNode apply(ObjectKey key, ObjectNode live, ObjectNode applied) {
    ObjectNode wanted = Defaults.of(key, applied);
    wanted.withObject("/metadata").remove(List.of("managedFields", "creationTimestamp", "uid"));
    ObjectNode fields = fields(wanted);
    ObjectNode result = live.deepCopy();
    ArrayNode managers = result.withObject("/metadata").withArray("managedFields");
    ObjectNode others = live.objectNode();
    ObjectNode mine = live.objectNode();
    for (JsonNode entry : managers) {
      merge(isMine(entry) ? mine : others, (ObjectNode) entry.path("fieldsV1"));
    }
    requireNoConflict(live, wanted, managers);
    prune(result, mine, fields, others);
    merge(result, wanted);
    record(managers, wanted, fields);
    return result;
  }

  private void requireNoConflict(JsonNode live, JsonNode wanted, JsonNode managers) {
    List<FieldConflict> conflicts = new ArrayList<>();
    for (JsonNode entry : managers) {
      if (!force && !isMine(entry)) {
        String other = entry.path("manager").asText();
        collect(conflicts, other, live, wanted, entry.path("fieldsV1"), "");
      }
    }
    conflicts.sort(Comparator.comparing(FieldConflict::field));
    if (!conflicts.isEmpty()) {
      throw ApiRefusal.fieldConflicts(conflicts);
    }
  }

  private static void collect(
      List<FieldConflict> conflicts,
      String other,
      JsonNode live,
      JsonNode wanted,
      JsonNode owned,
      String path) {
    for (Map.Entry<String, JsonNode> field : wanted.properties()) {
      JsonNode theirs = owned.path("f:" + field.getKey());
      JsonNode value = live.path(field.getKey());
      String here = path + "." + field.getKey();
      if (field.getValue().isObject()) {
        collect(conflicts, other, value, field.getValue(), theirs, here);
        continue;
      }
      if (!theirs.isMissingNode() && !value.equals(field.getValue())) {
        conflicts.add(new FieldConflict(other, here));
      }
    }
  }

  /** Takes away what this manager applied before and applies no longer. */
  private static void prune(JsonNode object, JsonNode mine, JsonNode wanted, JsonNode others) {
    mine.properties()
        .forEach(
            field -> {
              String name = field.getKey().substring(2);
              JsonNode still = wanted.path(field.getKey());
              JsonNode elsewhere = others.path(field.getKey());
              if (!field.getValue().isEmpty()) {
                prune(object.path(name), field.getValue(), still, elsewhere);
              }
              boolean unwanted = still.isMissingNode() && elsewhere.isMissingNode();
              boolean bare = field.getValue().isEmpty() || object.path(name).isEmpty();
              if (unwanted && bare && object instanceof ObjectNode parent) {
                parent.remove(name);
              }
            });
  }

  private void record(ArrayNode managers, ObjectNode wanted, ObjectNode fields) {
    for (JsonNode entry : managers) {
      if (isMine(entry) && entry.path("fieldsV1").equals(fields)) {
        return;
      }
    }
    managers.removeIf(this::isMine);
    managers
        .addObject()
        .put("manager", manager)
        .put("operation", "Apply")
        .put("apiVersion", wanted.path("apiVersion").asText())
        .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("fieldsType", "FieldsV1")
        .set("fieldsV1", fields);
  }

  private boolean isMine(JsonNode entry) {
    return entry.path("manager").asText().equals(manager)
        && entry.path("operation").asText().equals("Apply");
  }

  private static ObjectNode fields(ObjectNode wanted) {
    ObjectNode content = wanted.deepCopy().without(List.of("apiVersion", "kind"));
    content.withObject("/metadata").remove(List.of("name", "namespace"));
    return (ObjectNode) names(content);
  }

  private static JsonNode names(JsonNode value) {
    ObjectNode names = ((ObjectNode) value).objectNode();
    value
        .properties()
        .forEach(
            field ->
                names.set(
                    "f:" + field.getKey(),
                    field.getValue().isObject() ? names(field.getValue()) : names.objectNode()));
    return names;
  }

  private static void merge(ObjectNode target, ObjectNode source) {
    source
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isObject() && target.path(field.getKey()).isObject()) {
                merge((ObjectNode) target.get(field.getKey()), (ObjectNode) field.getValue());
                return;
              }
              target.set(field.getKey(), field.getValue().deepCopy());
            });
  }
}
