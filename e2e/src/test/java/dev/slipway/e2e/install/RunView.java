package dev.slipway.e2e.install;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.process.Await;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;

/** What one can see of a run: its queries, its status and its history. */
record RunView(RunCommands commands) {
  /** {@code temporal workflow query}. */
  JsonNode query(String name) {
    return commands.json("query", "--name", name).path("queryResult").path(0);
  }

  /** What {@code progress} notes, oldest first. */
  List<String> notes() {
    return query("progress").path("notes").valueStream().map(JsonNode::asText).toList();
  }

  /** A run that has failed will never have another status. */
  boolean has(String status) {
    String now = query("progress").path("status").asText();
    if (now.equals("FAILED") && !status.equals("FAILED")) {
      throw new Await.Hopeless("The run failed: " + query("progress").path("failure").asText());
    }
    return now.equals(status);
  }

  boolean hasStarted(String step) {
    return query("progress")
        .path("steps")
        .valueStream()
        .filter(state -> state.path("step").asText().equals(step))
        .anyMatch(state -> !state.path("status").asText().equals("PENDING"));
  }

  boolean hasEnded() {
    return !commands
        .json("describe")
        .at("/workflowExecutionInfo/status")
        .asText()
        .equals("WORKFLOW_EXECUTION_STATUS_RUNNING");
  }

  /** Waits; where that is in vain, the failure shows the progress. */
  void await(String what, Duration limit, Callable<Boolean> condition) {
    Await.until(what, limit, condition, () -> "; the progress is " + query("progress"));
  }

  /** The run's whole history, as {@code temporal workflow show --output json} prints it. */
  String history() {
    return commands.text("show");
  }

  /** The histories of a chain of runs, oldest first, found backwards from the newest. */
  List<String> histories() {
    Deque<String> chain = new ArrayDeque<>();
    chain.addFirst(history());
    String earlier = runBefore(chain.getFirst());
    while (!earlier.isEmpty()) {
      chain.addFirst(commands.text("show", "--run-id", earlier));
      earlier = runBefore(chain.getFirst());
    }
    return List.copyOf(chain);
  }

  private static String runBefore(String history) {
    return RunCommands.parsed(history)
        .at("/events/0/workflowExecutionStartedEventAttributes/continuedExecutionRunId")
        .asText();
  }
}
