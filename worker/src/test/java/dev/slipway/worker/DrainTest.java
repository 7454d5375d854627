package dev.slipway.worker;

import static dev.slipway.worker.WorkerProcess.freePort;
import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.testserver.TestServer.PortBoundTestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class DrainTest {
  @TempDir private Path folder;
  private final int port = freePort();
  private final String address = "127.0.0.1:" + port;
  private PortBoundTestServer server;
  private WorkflowServiceStubs stubs;
  private WorkflowClient client;

  @BeforeEach
  void startServer() {
    server = TestServer.createPortBoundServer(port, /* lockTimeSkipping= */ true);
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
    client = WorkflowClient.newInstance(stubs);
  }

  @AfterEach
  void stopServer() {
    stubs.shutdownNow();
    server.close();
  }

  @Test
  void letsARunningActivityFinish() throws Exception {
    try (WorkerProcess worker = worker("60s")) {
      WorkflowExecution run = startInstall();
      worker.awaitLine("Activity is running");

      worker.terminate();
      worker.awaitLine("Draining");
      Files.createFile(folder.resolve("release"));

      assertThat(worker.awaitLine("Drained")).contains("clean=true");
      assertThat(worker.awaitExit()).isEqualTo(143);
      assertThat(client.fetchHistory(run.getWorkflowId()).getEvents())
          .anyMatch(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED);
    }
  }

  @Test
  void endsAfterItsGraceAlthoughAnActivityDoesNot() throws Exception {
    try (WorkerProcess worker = worker("1s")) {
      startInstall();
      worker.awaitLine("Activity is running");

      worker.terminate();

      worker.awaitLine("Grace ended");
      worker.awaitLine("Activity was interrupted");
      assertThat(worker.awaitLine("Drained")).contains("clean=false");
      assertThat(worker.awaitExit()).isEqualTo(143);
    }
  }

  private WorkerProcess worker(String grace) throws Exception {
    return new WorkerProcess(
        StubbornWorker.class,
        address,
        Map.of("SLIPWAY_DRAIN_GRACE", grace, "RELEASE_FILE", folder.resolve("release").toString()));
  }

  private WorkflowExecution startInstall() {
    WorkflowOptions options =
        WorkflowOptions.newBuilder().setTaskQueue("slipway").setWorkflowId("drain").build();
    WorkflowStub install = client.newUntypedWorkflowStub("InstallPlatform", options);
    return install.start(
        Map.of(
            "account", "111122223333",
            "region", "eu-west-3",
            "cluster", "drained",
            "configFile", "config.yaml"));
  }
}
