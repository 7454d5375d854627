package dev.slipway.standins.argocd.clusters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A cluster secret, as the generators of ApplicationSets see it. */
public record RegisteredCluster(JsonNode secret) {

  public static boolean isOne(JsonNode secret) {
    return label(secret, "argocd.argoproj.io/secret-type").equals("cluster");
  }

  public String version() {
    return secret.path("metadata").path("resourceVersion").asText();
  }

  boolean is(String name, String server) {
    return name.isEmpty() ? decoded("server").equals(server) : decoded("name").equals(name);
  }

  /** What the templates of an ApplicationSet can read. */
  public ObjectNode parameters() {
    ObjectNode parameters = ((ObjectNode) secret).objectNode();
    parameters.put("name", decoded("name"));
    parameters.put("server", decoded("server"));
    ObjectNode metadata = parameters.putObject("metadata");
    metadata.set("labels", secret.path("metadata").path("labels"));
    metadata.set("annotations", secret.path("metadata").path("annotations"));
    return parameters;
  }

  public boolean matches(JsonNode selector) {
    for (var wanted : selector.path("matchLabels").properties()) {
      if (!label(secret, wanted.getKey()).equals(wanted.getValue().asText())) {
        return false;
      }
    }
    for (JsonNode expression : selector.path("matchExpressions")) {
      if (!matchesExpression(expression)) {
        return false;
      }
    }
    return true;
  }

  private boolean matchesExpression(JsonNode expression) {
    String key = expression.path("key").asText();
    boolean present = secret.path("metadata").path("labels").has(key);
    boolean listed = false;
    for (JsonNode value : expression.path("values")) {
      listed |= present && value.asText().equals(label(secret, key));
    }
    return switch (expression.path("operator").asText()) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> present;
      case "DoesNotExist" -> !present;
      default -> throw new IllegalArgumentException("Unknown operator in " + expression);
    };
  }

  private String decoded(String key) {
    String data = secret.path("data").path(key).asText();
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  private static String label(JsonNode secret, String key) {
    return secret.path("metadata").path("labels").path(key).asText();
  }
}
