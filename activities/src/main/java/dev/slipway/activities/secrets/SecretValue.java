package dev.slipway.activities.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The value of a secret and the version that holds it. Never printed. */
record SecretValue(String text, String version) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Equal JSON is the same value, however it is written. */
  boolean saysTheSameAs(String other) {
    return text.equals(other) || (json().isObject() && json().equals(parse(other)));
  }

  JsonNode json() {
    return parse(text);
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public String toString() {
    return "SecretValue[version=" + version + "]";
  }
}
