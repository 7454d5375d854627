package dev.slipway.e2e.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run ended.
 *
 * @param report what it returned; missing where it failed
 * @param type type of the failure; empty where it did not fail
 */
public record Ending(JsonNode report, String type, String message, int events, int bytes) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public static Ending of(String history) {
    try {
      JsonNode events = MAPPER.readTree(history).path("events");
      JsonNode last = events.get(events.size() - 1);
      JsonNode failure = last.findPath("failure");
      int bytes = history.getBytes(StandardCharsets.UTF_8).length;
      return new Ending(
          report(last),
          failure.at("/applicationFailureInfo/type").asText(),
          failure.path("message").asText(),
          events.size(),
          bytes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No history: " + history, e);
    }
  }

  public boolean isSuccess() {
    return !report.isMissingNode();
  }

  public List<String> applications() {
    return texts("applications", "");
  }

  public List<String> urls() {
    return texts("urls", "url");
  }

  private List<String> texts(String list, String field) {
    List<String> texts = new ArrayList<>();
    report
        .path(list)
        .forEach(item -> texts.add(field.isEmpty() ? item.asText() : item.path(field).asText()));
    return texts;
  }

  private static JsonNode report(JsonNode lastEvent) {
    JsonNode payload = lastEvent.at("/workflowExecutionCompletedEventAttributes/result/payloads/0");
    if (payload.isMissingNode()) {
      return MissingNode.getInstance();
    }
    try {
      return MAPPER.readTree(payload.path("data").binaryValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
