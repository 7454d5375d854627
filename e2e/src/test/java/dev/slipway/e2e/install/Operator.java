package dev.slipway.e2e.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.bed.temporal.TemporalServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.StreamSupport;

/** Somebody with nothing but the Temporal CLI and one JSON object. */
public final class Operator {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TemporalServer temporal;
  private final String workflowId;
  private final String request;

  Operator(TemporalServer temporal, Cluster cluster, String configFile) {
    this(
        temporal,
        "platform/" + cluster.account() + "/" + cluster.region() + "/" + cluster.name(),
        "{\"account\":\"%s\",\"region\":\"%s\",\"cluster\":\"%s\",\"configFile\":\"%s\"}"
            .formatted(cluster.account(), cluster.region(), cluster.name(), configFile));
  }

  private Operator(TemporalServer temporal, String workflowId, String request) {
    this.temporal = temporal;
    this.workflowId = workflowId;
    this.request = request;
  }

  /** The same person with more fields in the request, such as {@code "approval":"notRequired"}. */
  public Operator asking(String fields) {
    String more = request.substring(0, request.length() - 1) + "," + fields + "}";
    return new Operator(temporal, workflowId, more);
  }

  /** The same person who types another workflow ID. */
  public Operator under(String otherWorkflowId) {
    return new Operator(temporal, otherWorkflowId, request);
  }

  public String workflowId() {
    return workflowId;
  }

  /** The JSON object that is typed. */
  public String request() {
    return request;
  }

  /** {@code temporal workflow start}. */
  public Operator start() {
    temporal.temporal(startCommand(request));
    return this;
  }

  /** Starts with whatever input, or none. */
  public Operator startWith(String input) {
    temporal.temporal(startCommand(input));
    return this;
  }

  /** Starts with a second argument, and more options of the CLI. */
  public Operator startCarrying(String state, String... options) {
    List<String> command = new ArrayList<>(List.of(startCommand(request)));
    command.addAll(List.of("--input", state));
    command.addAll(List.of(options));
    temporal.temporal(command.toArray(String[]::new));
    return this;
  }

  /** What {@code temporal workflow start --fail-existing} says. */
  public Tool.Result tryStart() {
    List<String> command = new ArrayList<>(List.of(startCommand(request)));
    command.add("--fail-existing");
    return temporal.tryTemporal(command.toArray(String[]::new));
  }

  /** {@code temporal workflow signal}. */
  public Operator signal(String name, String input) {
    temporal.temporal(
        "workflow", "signal", "--workflow-id", workflowId, "--name", name, "--input", input);
    return this;
  }

  public Operator approve() {
    return signal("approve", "{\"approver\":\"ada\"}");
  }

  /** {@code temporal workflow update execute}. */
  public Tool.Result decide(String input) {
    return temporal.tryTemporal(
        "workflow",
        "update",
        "execute",
        "--workflow-id",
        workflowId,
        "--name",
        "decide",
        "--input",
        input);
  }

  public Operator awaitStatus(String status) {
    Await.until(
        "run is " + status,
        Duration.ofMinutes(2),
        () -> has(status),
        () -> "; it is " + query("progress"));
    return this;
  }

  /** What {@code progress} notes, oldest first. */
  public List<String> notes() {
    return StreamSupport.stream(query("progress").path("notes").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  public Operator awaitNote(String text) {
    Await.until(
        "a note says " + text,
        Duration.ofMinutes(1),
        () -> notes().stream().anyMatch(note -> note.contains(text)),
        () -> "; the notes are " + notes());
    return this;
  }

  /** Waits until a step is under way, or over already. */
  public Operator awaitStep(String step) {
    Await.until(
        "step " + step + " has started",
        Duration.ofMinutes(5),
        () -> isStarted(step),
        () -> "; it is " + query("progress"));
    return this;
  }

  /** {@code temporal workflow query}. */
  public JsonNode query(String name) {
    String output =
        temporal.temporal(
            "workflow", "query", "--workflow-id", workflowId, "--name", name, "-o", "json");
    return json(output).path("queryResult").path(0);
  }

  /** {@code temporal workflow cancel}. */
  public Operator cancel() {
    temporal.temporal("workflow", "cancel", "--workflow-id", workflowId);
    return this;
  }

  public void terminate() {
    temporal.temporal("workflow", "terminate", "--workflow-id", workflowId, "--reason", "test");
  }

  /** Waits for the end of the run. */
  public Ending ending(Duration limit) {
    Await.until(
        "the run has ended",
        limit,
        () -> !status().equals("WORKFLOW_EXECUTION_STATUS_RUNNING"),
        () -> "; it is " + query("progress"));
    String history = history();
    Ending ending = Ending.of(history);
    Histories.keep(Instant.now() + "-" + (ending.isSuccess() ? "success" : ending.type()), history);
    return ending;
  }

  /** The run's whole history, as {@code temporal workflow show --output json} prints it. */
  public String history() {
    return temporal.temporal("workflow", "show", "--workflow-id", workflowId, "-o", "json");
  }

  /** The histories of a chain of runs, oldest first, found backwards from the newest. */
  public List<String> histories() {
    Deque<String> chain = new ArrayDeque<>();
    String history = history();
    chain.addFirst(history);
    String earlier = continuedFrom(history);
    while (!earlier.isEmpty()) {
      history =
          temporal.temporal(
              "workflow", "show", "--workflow-id", workflowId, "--run-id", earlier, "-o", "json");
      chain.addFirst(history);
      earlier = continuedFrom(history);
    }
    return List.copyOf(chain);
  }

  private static String continuedFrom(String history) {
    return json(history)
        .at("/events/0/workflowExecutionStartedEventAttributes/continuedExecutionRunId")
        .asText();
  }

  private String status() {
    String output =
        temporal.temporal("workflow", "describe", "--workflow-id", workflowId, "-o", "json");
    return json(output).at("/workflowExecutionInfo/status").asText();
  }

  private boolean has(String status) {
    String now = query("progress").path("status").asText();
    if (now.equals("FAILED") && !status.equals("FAILED")) {
      throw new Await.Hopeless("The run failed: " + query("progress").path("failure").asText());
    }
    return now.equals(status);
  }

  private boolean isStarted(String step) {
    for (JsonNode state : query("progress").path("steps")) {
      if (state.path("step").asText().equals(step)) {
        return !state.path("status").asText().equals("PENDING");
      }
    }
    return false;
  }

  private String[] startCommand(String input) {
    return input == null
        ? new String[] {
          "workflow",
          "start",
          "--task-queue",
          "slipway",
          "--type",
          "InstallPlatform",
          "--workflow-id",
          workflowId
        }
        : new String[] {
          "workflow",
          "start",
          "--task-queue",
          "slipway",
          "--type",
          "InstallPlatform",
          "--workflow-id",
          workflowId,
          "--input",
          input
        };
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.substring(text.indexOf('{')));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON: " + text, e);
    }
  }
}
