package dev.slipway.standins.argocd.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Whether applying an object would change anything: pure. */
final class Difference {
  private Difference() {}

  static boolean isThere(ObjectNode target, ObjectNode live) {
    ObjectNode wanted = target.deepCopy();
    wanted.remove("status");
    wanted.withObject("/metadata").remove("creationTimestamp");
    JsonNode plain = wanted.remove("stringData");
    if (plain != null) {
      plain
          .properties()
          .forEach(
              entry ->
                  wanted
                      .withObject("/data")
                      .put(
                          entry.getKey(),
                          Base64.getEncoder()
                              .encodeToString(
                                  entry.getValue().asText().getBytes(StandardCharsets.UTF_8))));
    }
    return isWithin(wanted, live);
  }

  /** What others have added to the live object does not count. */
  private static boolean isWithin(JsonNode wanted, JsonNode live) {
    if (wanted.isObject()) {
      for (Map.Entry<String, JsonNode> field : wanted.properties()) {
        if (!isWithin(field.getValue(), live.path(field.getKey()))) {
          return false;
        }
      }
      return true;
    }
    if (wanted.isArray()) {
      if (wanted.size() != live.size()) {
        return false;
      }
      for (int i = 0; i < wanted.size(); i++) {
        if (!isWithin(wanted.get(i), live.get(i))) {
          return false;
        }
      }
      return true;
    }
    return wanted.isNull() ? live.isMissingNode() || live.isNull() : wanted.equals(live);
  }
}
