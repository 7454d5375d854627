package dev.slipway.activities.argocd.expected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Compares the values of a bootstrap release with those of its Application: pure. */
public final class ValueComparison {
  private static final int LONGEST = 80;

  private ValueComparison() {}

  /** One sentence a value that differs. */
  public static List<String> differences(
      String addon, JsonNode computed, Optional<JsonNode> application) {
    if (application.isEmpty()) {
      return List.of(addon + ": its Application does not exist");
    }
    Map<String, JsonNode> ours = leaves(computed);
    Map<String, JsonNode> theirs = leaves(valuesObject(application.get()));
    TreeSet<String> paths = new TreeSet<>(ours.keySet());
    paths.addAll(theirs.keySet());
    return paths.stream()
        .filter(path -> !shown(ours.get(path)).equals(shown(theirs.get(path))))
        .map(
            path ->
                "%s: %s is %s in the bootstrap and %s in the Application"
                    .formatted(addon, path, cut(ours.get(path)), cut(theirs.get(path))))
        .toList();
  }

  /** Those of the chart; the folders beside it are sources of their own. */
  private static JsonNode valuesObject(JsonNode application) {
    return StreamSupport.stream(
            application.path("spec").path("sources").spliterator(), /* parallel= */ false)
        .filter(source -> source.has("chart"))
        .map(source -> source.path("helm").path("valuesObject"))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static Map<String, JsonNode> leaves(JsonNode node) {
    Map<String, JsonNode> leaves = new TreeMap<>();
    collect("", node, leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
    if (node.isObject()) {
      node.properties().forEach(e -> collect(join(path, e.getKey()), e.getValue(), leaves));
      return;
    }
    if (!node.isMissingNode()) {
      leaves.put(path, node);
    }
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String shown(JsonNode value) {
    return value == null ? "absent" : value.toString();
  }

  private static String cut(JsonNode value) {
    String shown = shown(value);
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }
}
