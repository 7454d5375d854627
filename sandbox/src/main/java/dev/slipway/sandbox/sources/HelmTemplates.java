package dev.slipway.sandbox.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.slipway.standins.argocd.sources.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Go templates by Helm's engine; all strings of a tree in one call. */
public record HelmTemplates(HelmEngine helm) implements Templates {

  @Override
  public JsonNode evaluate(JsonNode tree, JsonNode parameters) {
    List<String> templates = new ArrayList<>();
    collect(tree, templates);
    List<String> texts = helm.evaluate(templates, parameters);
    Map<String, String> evaluated = new HashMap<>();
    for (int i = 0; i < templates.size(); i++) {
      evaluated.put(templates.get(i), texts.get(i));
    }
    return replace(tree.deepCopy(), evaluated);
  }

  private static void collect(JsonNode node, List<String> templates) {
    if (node.isTextual() && node.asText().contains("{{") && !templates.contains(node.asText())) {
      templates.add(node.asText());
    }
    node.forEach(child -> collect(child, templates));
  }

  private static JsonNode replace(JsonNode node, Map<String, String> texts) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(replace(field.getValue(), texts)));
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, replace(array.get(i), texts));
      }
    }
    return node.isTextual()
        ? TextNode.valueOf(texts.getOrDefault(node.asText(), node.asText()))
        : node;
  }
}
