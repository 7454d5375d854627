package dev.slipway.e2e.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.bed.temporal.TemporalServer;
import java.util.ArrayList;
import java.util.List;

/** What is typed about one run: {@code temporal workflow … --workflow-id …}. */
record RunCommands(TemporalServer temporal, String workflowId) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The command has to succeed. */
  String run(String... words) {
    return temporal.temporal(command(words));
  }

  /** The command may fail; what it said and how it ended. */
  Tool.Result tryRun(String... words) {
    return temporal.tryTemporal(command(words));
  }

  /** What the command prints as JSON. */
  String text(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("-o", "json"));
    return run(all.toArray(String[]::new));
  }

  JsonNode json(String... words) {
    return parsed(text(words));
  }

  /** Reads JSON, behind whatever was printed before it. */
  static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text.substring(text.indexOf('{')));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON: " + text, e);
    }
  }

  private String[] command(String... words) {
    List<String> command = new ArrayList<>(List.of("workflow"));
    command.addAll(List.of(words));
    command.addAll(List.of("--workflow-id", workflowId));
    return command.toArray(String[]::new);
  }
}
