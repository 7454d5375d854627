package dev.slipway.workflows.install;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.world.FakeWorld;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Some other worker's workflow, which goes on as an install. */
@WorkflowInterface
public interface ForeignWorkflow {
  @WorkflowMethod(name = "Foreign")
  void run(JsonNode request, JsonNode carried);

  /** Its only line. */
  final class Impl implements ForeignWorkflow {
    @Override
    public void run(JsonNode request, JsonNode carried) {
      ContinueAsNewOptions toSlipway =
          ContinueAsNewOptions.newBuilder().setTaskQueue("slipway").build();
      Workflow.continueAsNew("InstallPlatform", toSlipway, request, carried);
    }
  }

  /** Runs it on a worker of its own, until the install that it became stands still. */
  static void start(
      InstallHarness install, JsonNode request, JsonNode carried, FakeWorld itsWorld) {
    WorkerFactory elsewhere = WorkerFactory.newInstance(install.temporal.getWorkflowClient());
    Worker worker = elsewhere.newWorker("elsewhere");
    worker.registerWorkflowImplementationTypes(Impl.class);
    itsWorld.surround(worker);
    elsewhere.start();
    WorkflowOptions there = InstallHarness.options().setTaskQueue("elsewhere").build();
    install.startAs("Foreign", there, request, carried).pass(Duration.ofSeconds(10));
    elsewhere.shutdownNow();
  }
}
