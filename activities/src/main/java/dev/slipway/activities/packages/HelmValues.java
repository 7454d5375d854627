package dev.slipway.activities.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Merges values as Helm does: maps key by key, everything else replaced, null removes. */
public final class HelmValues {
  private HelmValues() {}

  /** A new object with {@code over} laid over {@code base}. */
  public static ObjectNode merge(ObjectNode base, ObjectNode over) {
    ObjectNode merged = base.deepCopy();
    for (Map.Entry<String, JsonNode> entry : over.properties()) {
      JsonNode below = merged.get(entry.getKey());
      JsonNode above = entry.getValue();
      if (above.isNull()) {
        merged.remove(entry.getKey());
      } else if (below instanceof ObjectNode lower && above instanceof ObjectNode upper) {
        merged.set(entry.getKey(), merge(lower, upper));
      } else {
        merged.set(entry.getKey(), above.deepCopy());
      }
    }
    return merged;
  }
}
