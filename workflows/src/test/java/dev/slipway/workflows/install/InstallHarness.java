package dev.slipway.workflows.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.flow.run.Continuation;
import dev.slipway.workflows.notice.SendNoticeImpl;
import dev.slipway.workflows.wire.TaskQueues;
import dev.slipway.workflows.world.FakeWorld;
import dev.slipway.workflows.world.Faults;
import dev.slipway.workflows.world.TemporalInMemory;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The workflow on the in-memory server, over a fake world. */
final class InstallHarness implements AutoCloseable {
  static final String WORKFLOW_ID = "platform/123456789012/eu-west-3/idp";

  final FakeWorld world = FakeWorld.untouched();
  final Faults faults = new Faults();
  final TestWorkflowEnvironment temporal;
  final Worker worker;
  private WorkflowStub run;

  InstallHarness() {
    this(Continuation.WHEN_SUGGESTED);
  }

  /** Runs that go on as new ones whenever they are told to. */
  InstallHarness(Continuation continuation) {
    this(continuation, /* cachedRuns= */ 600);
  }

  /**
   * Workers that keep so many runs in memory; with none, each replays a run whenever something
   * happens to it, as a worker does whose predecessor has died.
   */
  InstallHarness(Continuation continuation, int cachedRuns) {
    temporal =
        TemporalInMemory.open(
            WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(faults)
                .setWorkflowCacheSize(cachedRuns)
                .build());
    worker = temporal.newWorker("slipway");
    worker.registerWorkflowImplementationFactory(
        InstallPlatform.class, () -> new InstallPlatformImpl(continuation));
    worker.registerWorkflowImplementationTypes(SendNoticeImpl.class);
    world.surround(worker, temporal.newWorker(TaskQueues.helm("slipway")));
    temporal.start();
  }

  /** Starts the workflow by its type's name, as the Temporal CLI does. */
  InstallHarness start(String json) {
    return startAs("InstallPlatform", options().build(), json == null ? null : json(json));
  }

  /** Starts in whatever way. */
  InstallHarness startAs(String type, WorkflowOptions options, Object... arguments) {
    run = temporal.getWorkflowClient().newUntypedWorkflowStub(type, options);
    run.start(arguments);
    return this;
  }

  String firstRunId() {
    return run.getExecution().getRunId();
  }

  static WorkflowOptions.Builder options() {
    return WorkflowOptions.newBuilder().setTaskQueue("slipway").setWorkflowId(WORKFLOW_ID);
  }

  /** Starts and waits until the plan is up. */
  InstallHarness planned(String more) {
    start(request(more));
    // The run's own time may pass faster than a busy machine gets to the plan.
    while (!status().equals("AWAITING_APPROVAL")) {
      pass(Duration.ofSeconds(1));
    }
    return this;
  }

  InstallHarness startUnattended() {
    return start(request("\"approval\":\"notRequired\""));
  }

  static String request(String more) {
    return "{\"account\":\"123456789012\",\"region\":\"eu-west-3\",\"cluster\":\"idp\","
        + "\"configFile\":\"config.yaml\""
        + (more.isEmpty() ? "" : "," + more)
        + "}";
  }

  InstallHarness signal(String name, String json) {
    run.signal(name, json == null ? null : json(json));
    return this;
  }

  InstallHarness approve(String approver) {
    return signal("approve", "{\"approver\":\"" + approver + "\"}");
  }

  JsonNode update(String json) {
    return run.update("decide", JsonNode.class, json(json));
  }

  /** Waits until the run is parked with that attention. */
  InstallHarness parked(int number) {
    return await(() -> query("progress").at("/attention/number").asInt() == number);
  }

  /** Waits for it while the run's own time passes. */
  InstallHarness await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      pass(Duration.ofSeconds(1));
    }
    return this;
  }

  /** Answers what the run waits with, by signal. */
  InstallHarness answer(String signal, int attention) {
    newest()
        .signal(
            signal,
            json("{\"attention\":%d,\"name\":\"ada\",\"reason\":\"mended\"}".formatted(attention)));
    return this;
  }

  /** Has the parked step tried again, and waits until the run has gone on as a new one. */
  InstallHarness retry(int attention) {
    String before = newestRunId();
    // A run that is just going on as another answers no query for long.
    return answer("retry", attention).await(() -> !newestRunId().equals(before));
  }

  String newestRunId() {
    return newest().describe().getExecution().getRunId();
  }

  /** Answers what the run waits with, by Update. */
  JsonNode resolve(String json) {
    return newest().update("resolve", JsonNode.class, json(json));
  }

  /** Lets the run go on for a while of its own time. */
  InstallHarness pass(Duration duration) {
    temporal.sleep(duration);
    return this;
  }

  /** Asks the newest run under the ID. */
  JsonNode query(String name) {
    return newest().query(name, JsonNode.class);
  }

  /** What the Temporal UI shows as current details. */
  String details() {
    return newest()
        .query("__temporal_workflow_metadata", WorkflowMetadata.class)
        .getCurrentDetails();
  }

  void cancel() {
    newest().cancel();
  }

  String status() {
    return query("progress").get("status").asText();
  }

  List<String> notes() {
    return query("progress").get("notes").valueStream().map(JsonNode::asText).toList();
  }

  private WorkflowStub newest() {
    return temporal.getWorkflowClient().newUntypedWorkflowStub(WORKFLOW_ID);
  }

  InstallReport report() {
    return run.getResult(InstallReport.class);
  }

  /** The activities that the whole chain of runs has begun, oldest first. */
  List<String> activities() {
    return RunChain.of(this).histories().stream()
        .flatMap(List::stream)
        .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
        .map(event -> event.getActivityTaskScheduledEventAttributes().getActivityType().getName())
        .toList();
  }

  ApplicationFailure failure() {
    try {
      throw new AssertionError("The run did not fail: " + report());
    } catch (WorkflowFailedException e) {
      return (ApplicationFailure) e.getCause();
    }
  }

  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    temporal.close();
  }
}
