package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.cluster.objects.ApiRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Label and field selectors as they stand in a query. */
record Selectors(List<String> labels, List<String> fields) {
  private static final Pattern COMMA_OUTSIDE_PARENTHESES = Pattern.compile(",(?![^(]*\\))");
  private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s+\\((.*)\\)");
  private static final Pattern EQUALITY = Pattern.compile("([^=!]+?)\\s*(==|=|!=)\\s*(.*)");

  static Selectors of(ApiRequest request) {
    return new Selectors(
        split(request.parameter("labelSelector")), split(request.parameter("fieldSelector")));
  }

  boolean match(JsonNode object) {
    JsonNode labelled = object.path("metadata").path("labels");
    return labels.stream().allMatch(term -> matches(labelled, term.trim()))
        && fields.stream().allMatch(term -> matchesField(object, term.trim()));
  }

  private static boolean matches(JsonNode labels, String term) {
    Matcher set = SET.matcher(term);
    if (set.matches()) {
      JsonNode value = labels.path(set.group(1));
      List<String> values = Arrays.stream(set.group(3).split(",")).map(String::trim).toList();
      boolean listed = !value.isMissingNode() && values.contains(value.asText());
      return listed == set.group(2).equals("in");
    }
    Matcher equality = EQUALITY.matcher(term);
    if (equality.matches()) {
      JsonNode value = labels.path(equality.group(1));
      boolean equal = !value.isMissingNode() && value.asText().equals(equality.group(3));
      return equal != equality.group(2).equals("!=");
    }
    return term.startsWith("!") ? !labels.has(term.substring(1)) : labels.has(term);
  }

  private static boolean matchesField(JsonNode object, String term) {
    Matcher equality = EQUALITY.matcher(term);
    if (!equality.matches()) {
      throw ApiRefusal.badRequest("invalid field selector " + term);
    }
    String value = object.at("/" + equality.group(1).replace('.', '/')).asText();
    return value.equals(equality.group(3)) != equality.group(2).equals("!=");
  }

  private static List<String> split(String selector) {
    return selector.isBlank()
        ? List.of()
        : COMMA_OUTSIDE_PARENTHESES.splitAsStream(selector).toList();
  }
}
