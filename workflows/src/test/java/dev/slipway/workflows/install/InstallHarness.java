package dev.slipway.workflows.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.flow.run.Continuation;
import dev.slipway.workflows.notice.SendNoticeImpl;
import dev.slipway.workflows.wire.TaskQueues;
import dev.slipway.workflows.world.FakeWorld;
import dev.slipway.workflows.world.TemporalInMemory;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.util.List;

/** The workflow on the in-memory server, over a fake world. */
final class InstallHarness implements AutoCloseable {
  static final String WORKFLOW_ID = "platform/123456789012/eu-west-3/idp";

  final FakeWorld world = FakeWorld.untouched();
  final TestWorkflowEnvironment temporal;
  final Worker worker;
  private WorkflowStub run;

  InstallHarness() {
    this(Continuation.WHEN_SUGGESTED);
  }

  /** Runs that go on as new ones whenever they are told to. */
  InstallHarness(Continuation continuation) {
    temporal = TemporalInMemory.open();
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
