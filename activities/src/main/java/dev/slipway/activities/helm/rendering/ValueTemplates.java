package dev.slipway.activities.helm.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The templates in a tree of values: Argo CD evaluates it string by string, keys included. */
public final class ValueTemplates {
  private ValueTemplates() {}

  /** All strings that hold an action, each once, in the order of the tree. */
  public static List<String> of(JsonNode values) {
    Set<String> templates = new LinkedHashSet<>();
    replace(
        values,
        text -> {
          templates.add(text);
          return text;
        });
    return new ArrayList<>(templates);
  }

  /** A copy of the tree with every template replaced. */
  static JsonNode replace(JsonNode values, UnaryOperator<String> replacement) {
    if (values instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        copy.set(text(entry.getKey(), replacement), replace(entry.getValue(), replacement));
      }
      return copy;
    }
    if (values instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(replace(element, replacement)));
      return copy;
    }
    if (values.isTextual()) {
      return TextNode.valueOf(text(values.textValue(), replacement));
    }
    return values;
  }

  private static String text(String text, UnaryOperator<String> replacement) {
    return text.contains("{{") ? replacement.apply(text) : text;
  }
}
