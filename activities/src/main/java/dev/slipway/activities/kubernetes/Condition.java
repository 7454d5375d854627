package dev.slipway.activities.kubernetes;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** One thing that an object's controller says about it. */
public record Condition(String type, String status, String reason, String message) {

  static Condition of(JsonNode condition) {
    return new Condition(
        condition.path("type").asText(),
        condition.path("status").asText(),
        condition.path("reason").asText(""),
        condition.path("message").asText(""));
  }

  public boolean isTrue() {
    return status.equals("True");
  }

  public boolean isFalse() {
    return status.equals("False");
  }

  /** Such as {@code Ready is False: Issuing: waits for the issuer}. */
  public String words() {
    String why = why();
    return type + " is " + status + (why.isEmpty() ? "" : ": " + why);
  }

  /** Such as {@code Issuing: waits for the issuer}; empty where it gives neither. */
  public String why() {
    return Stream.of(reason, message).filter(part -> !part.isBlank()).collect(joining(": "));
  }
}
