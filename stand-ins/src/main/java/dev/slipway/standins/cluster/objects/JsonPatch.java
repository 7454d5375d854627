package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** RFC 6902 without move and copy, and RFC 7396. */
final class JsonPatch {
  private JsonPatch() {}

  static ObjectNode apply(ObjectNode object, JsonNode operations) {
    ObjectNode result = object.deepCopy();
    for (JsonNode operation : operations) {
      JsonPointer pointer = JsonPointer.compile(operation.path("path").asText());
      JsonNode parent = result.at(pointer.head());
      String last = pointer.last().getMatchingProperty();
      switch (operation.path("op").asText()) {
        case "add" -> add(parent, last, operation.get("value"));
        case "replace" -> replace(parent, last, operation.get("value"));
        case "remove" -> remove(parent, last);
        case "test" -> test(result.at(pointer), operation.get("value"));
        default -> throw ApiRefusal.badRequest("unsupported operation " + operation);
      }
    }
    return result;
  }

  static ObjectNode merge(ObjectNode object, JsonNode patch) {
    ObjectNode result = object.deepCopy();
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isNull()) {
                result.remove(field.getKey());
                return;
              }
              boolean nested = value.isObject();
              JsonNode known = result.path(field.getKey());
              ObjectNode base = known.isObject() ? (ObjectNode) known : result.objectNode();
              result.set(field.getKey(), nested ? merge(base, value) : value);
            });
    return result;
  }

  private static void add(JsonNode parent, String last, JsonNode value) {
    if (parent instanceof ArrayNode array) {
      array.insert(last.equals("-") ? array.size() : Integer.parseInt(last), value);
      return;
    }
    parentObject(parent, last).set(last, value);
  }

  private static void replace(JsonNode parent, String last, JsonNode value) {
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), value);
      return;
    }
    parentObject(parent, last).set(last, value);
  }

  private static void remove(JsonNode parent, String last) {
    if (parent instanceof ArrayNode array) {
      array.remove(Integer.parseInt(last));
      return;
    }
    if (parentObject(parent, last).remove(last) == null) {
      throw invalid("nothing to remove at " + last);
    }
  }

  private static void test(JsonNode actual, JsonNode expected) {
    if (!actual.equals(expected)) {
      throw invalid("testing value failed");
    }
  }

  private static ObjectNode parentObject(JsonNode parent, String last) {
    if (parent instanceof ObjectNode object) {
      return object;
    }
    throw invalid("no parent for " + last);
  }

  private static ApiRefusal invalid(String message) {
    return new ApiRefusal(422, "Invalid", message);
  }
}
