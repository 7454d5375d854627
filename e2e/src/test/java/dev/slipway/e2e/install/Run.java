package dev.slipway.e2e.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.process.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A run in the hands of somebody with the Temporal CLI: who decides, looks, and waits. */
public final class Run {
  private final RunCommands commands;
  private final RunView view;

  Run(RunCommands commands) {
    this.commands = commands;
    view = new RunView(commands);
  }

  public String workflowId() {
    return commands.workflowId();
  }

  public Run signal(String name, String input) {
    commands.run("signal", "--name", name, "--input", input);
    return this;
  }

  /** Sends a signal that Temporal may refuse. */
  public Tool.Result trySignal(String name, String input) {
    return commands.tryRun("signal", "--name", name, "--input", input);
  }

  public Run approve() {
    return signal("approve", "{\"approver\":\"ada\"}");
  }

  /** Answers what the run is parked with. */
  public Run answer(String signal, int attention) {
    return signal(
        signal, "{\"attention\":%d,\"name\":\"ada\",\"reason\":\"mended\"}".formatted(attention));
  }

  /** Answers by Update, which says whether the answer counts. */
  public Tool.Result resolve(String answer, int attention, String reason) {
    return commands.tryRun(
        "update",
        "execute",
        "--name",
        "resolve",
        "--input",
        "{\"answer\":\"%s\",\"attention\":%d,\"name\":\"ada\",\"reason\":\"%s\"}"
            .formatted(answer, attention, reason));
  }

  /** Waits until the run is parked with that attention, and returns it. */
  public JsonNode awaitAttention(int number) {
    view.await(
        "the run is parked with attention " + number,
        Duration.ofMinutes(5),
        () -> query("progress").at("/attention/number").asInt() == number);
    return query("progress").path("attention");
  }

  /** Decides by Update, which answers. */
  public Tool.Result decide(String input) {
    return commands.tryRun("update", "execute", "--name", "decide", "--input", input);
  }

  /** Resets it to the workflow task that has begun an activity. */
  public void resetToBefore(String activity) {
    int task = 0;
    for (JsonNode event : RunCommands.parsed(history()).path("events")) {
      if (event.path("eventType").asText().equals("EVENT_TYPE_WORKFLOW_TASK_COMPLETED")) {
        task = event.path("eventId").asInt();
      }
      if (event
          .at("/activityTaskScheduledEventAttributes/activityType/name")
          .asText()
          .equals(activity)) {
        break;
      }
    }
    commands.run("reset", "--event-id", String.valueOf(task), "--reason", "test");
  }

  public Run cancel() {
    commands.run("cancel");
    return this;
  }

  public void terminate() {
    commands.run("terminate", "--reason", "test");
  }

  public JsonNode query(String name) {
    return view.query(name);
  }

  public List<String> notes() {
    return view.notes();
  }

  public String history() {
    return view.history();
  }

  public List<String> histories() {
    return view.histories();
  }

  public Run awaitStatus(String status) {
    view.await("the run is " + status, Duration.ofMinutes(2), () -> view.has(status));
    return this;
  }

  public Run awaitNote(String text) {
    view.await(
        "a note says " + text,
        Duration.ofMinutes(1),
        () -> notes().stream().anyMatch(note -> note.contains(text)));
    return this;
  }

  /** Waits until a step is under way, or over already. */
  public Run awaitStep(String step) {
    view.await("step " + step + " has started", Duration.ofMinutes(5), () -> view.hasStarted(step));
    return this;
  }

  /** Waits for the end of the run, good or bad. */
  public Ending ending(Duration limit) {
    view.await("the run has ended", limit, view::hasEnded);
    String history = history();
    Ending ending = Ending.of(history);
    Histories.keep(Instant.now() + "-" + (ending.isSuccess() ? "success" : ending.type()), history);
    return ending;
  }

  /** Waits for the end of the run, which has to be a good one. */
  public Ending success(Duration limit) {
    Ending ending = ending(limit);
    assertThat(ending.isSuccess()).as(ending.toString()).isTrue();
    return ending;
  }
}
