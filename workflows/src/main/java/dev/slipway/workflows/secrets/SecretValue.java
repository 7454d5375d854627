package dev.slipway.workflows.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;

/** The value of a secret, the version that holds it, and when that was written. Never printed. */
public record SecretValue(String text, String version, Instant writtenAt) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Equal JSON is the same value, however it is written. */
  public boolean saysTheSameAs(String other) {
    return text.equals(other) || (json().isObject() && json().equals(parse(other)));
  }

  /** Missing where the text is no JSON. */
  public JsonNode json() {
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
