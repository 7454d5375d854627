package dev.slipway.standins.externalsecrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {{ .key }}} and {@code {{ .key | toJson }}} in and refuses anything more. */
record SecretTemplate(Map<String, String> values) {
  private static final Pattern FIELD = Pattern.compile("\\{\\{-?\\s*(.*?)\\s*-?}}");
  private static final Pattern KEY = Pattern.compile("\\.(\\w+)(\\s*\\|\\s*toJson)?");

  Map<String, String> fill(JsonNode fields) {
    Map<String, String> filled = new TreeMap<>();
    fields
        .properties()
        .forEach(field -> filled.put(field.getKey(), fill(field.getValue().asText())));
    return filled;
  }

  private String fill(String text) {
    return FIELD.matcher(text).replaceAll(field -> Matcher.quoteReplacement(value(field.group(1))));
  }

  private String value(String expression) {
    Matcher key = KEY.matcher(expression);
    if (!key.matches()) {
      throw new NotProvided("the stand-in does not evaluate {{ " + expression + " }}");
    }
    String value = values.get(key.group(1));
    if (value == null) {
      throw new NotProvided("could not execute template: no key " + key.group(1));
    }
    return key.group(2) == null ? value : TextNode.valueOf(value).toString();
  }
}
