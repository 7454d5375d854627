package dev.slipway.activities.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.failure.FailureType;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A Kubernetes label selector: pure. */
public final class LabelSelector {
  private LabelSelector() {}

  /** Whether the labels match; a selector without terms matches all. */
  public static boolean matches(JsonNode selector, Map<String, String> labels) {
    boolean equal =
        selector.path("matchLabels").properties().stream()
            .allMatch(term -> term.getValue().asText().equals(labels.get(term.getKey())));
    return equal
        && StreamSupport.stream(selector.path("matchExpressions").spliterator(), false)
            .allMatch(expression -> holds(expression, labels.get(expression.path("key").asText())));
  }

  private static boolean holds(JsonNode expression, String value) {
    String operator = expression.path("operator").asText();
    return switch (operator) {
      case "In" -> value != null && listed(expression, value);
      case "NotIn" -> value == null || !listed(expression, value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default ->
          throw FailureType.INVALID_PACKAGES.failure(
              "A selector has the operator \"" + operator + "\", which Kubernetes does not know");
    };
  }

  private static boolean listed(JsonNode expression, String value) {
    return StreamSupport.stream(expression.path("values").spliterator(), false)
        .anyMatch(listed -> listed.asText().equals(value));
  }
}
