package dev.slipway.activities.packages.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What one tree of values has otherwise than another. */
final class Differences {
  private Differences() {}

  /**
   * The branches of {@code other} that differ, items of lists under their number; {@code null} for
   * what it has not, and a missing node where nothing differs.
   */
  static JsonNode between(JsonNode base, JsonNode other) {
    if (base.equals(other)) {
      return MissingNode.getInstance();
    }
    if (other.isMissingNode()) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (base.isArray() && other.isArray()) {
      return between(numbered(base), numbered(other));
    }
    return base.isObject() && other.isObject() ? ofMaps(base, other) : other;
  }

  private static ObjectNode ofMaps(JsonNode base, JsonNode other) {
    Set<String> keys = new LinkedHashSet<>();
    base.properties().stream().map(Map.Entry::getKey).forEach(keys::add);
    other.properties().stream().map(Map.Entry::getKey).forEach(keys::add);
    ObjectNode differences = JsonNodeFactory.instance.objectNode();
    for (String key : keys) {
      JsonNode difference = between(base.path(key), other.path(key));
      if (!difference.isMissingNode()) {
        differences.set(key, difference);
      }
    }
    return differences;
  }

  private static ObjectNode numbered(JsonNode list) {
    ObjectNode numbered = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < list.size(); i++) {
      numbered.set("[" + i + "]", list.get(i));
    }
    return numbered;
  }
}
