package dev.slipway.standins.argocd.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates {@code {{ .a.b }}} and refuses everything else: for tests that need no Helm. */
public final class FieldTemplates implements Templates {
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}");
  private static final Pattern FIELD = Pattern.compile("(\\.\\w+)+");

  @Override
  public JsonNode evaluate(JsonNode tree, JsonNode parameters) {
    if (tree instanceof ObjectNode object) {
      ObjectNode evaluated = object.objectNode();
      object
          .properties()
          .forEach(field -> evaluated.set(field.getKey(), evaluate(field.getValue(), parameters)));
      return evaluated;
    }
    if (tree instanceof ArrayNode array) {
      ArrayNode evaluated = array.arrayNode();
      array.forEach(item -> evaluated.add(evaluate(item, parameters)));
      return evaluated;
    }
    return tree.isTextual() ? TextNode.valueOf(text(tree.asText(), parameters)) : tree;
  }

  private static String text(String template, JsonNode parameters) {
    return TEMPLATE
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, parameters)));
  }

  private static String value(MatchResult found, JsonNode parameters) {
    String expression = found.group(1);
    if (!FIELD.matcher(expression).matches()) {
      throw new NotRendered("this stand-in does not evaluate {{ " + expression + " }}");
    }
    JsonNode value = parameters.at(expression.replace('.', '/'));
    if (value.isMissingNode()) {
      throw new NotRendered("map has no entry for key " + expression);
    }
    return value.asText();
  }
}
