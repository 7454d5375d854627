package dev.slipway.starter;

import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.wire.Payloads;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.testserver.TestServer.PortBoundTestServer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A Temporal server in this process, with a worker on queue {@code slipway}. */
public final class LocalTemporal implements AutoCloseable {
  private final int port = freePort();
  private final PortBoundTestServer server = TestServer.createPortBoundServer(port, true);
  private final WorkflowServiceStubs stubs =
      WorkflowServiceStubs.newServiceStubs(
          WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:" + port).build());
  private final WorkflowClient client =
      WorkflowClient.newInstance(
          stubs, WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build());
  private final WorkerFactory workers = WorkerFactory.newInstance(client);

  public LocalTemporal(Consumer<Worker> registrations) {
    registrations.accept(workers.newWorker("slipway"));
    workers.start();
  }

  /** Starts a workflow as a person does with the Temporal CLI, and returns its run ID. */
  public String start(String type, String workflowId, String queue, Object... arguments) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder().setWorkflowId(workflowId).setTaskQueue(queue).build();
    return client.newUntypedWorkflowStub(type, options).start(arguments).getRunId();
  }

  /** Waits until somebody is asked to decide. */
  public void awaitPlan(String workflowId) {
    while (!cli().run("status", "-w", workflowId).out().contains("awaiting approval")) {
      Thread.onSpinWait();
    }
  }

  public RunClient runs() {
    return new RunClient(client);
  }

  /** The command at two minutes and five seconds past the time that the stand-ins tell. */
  public Cli cli() {
    Clock later = Clock.fixed(Instant.parse("2026-01-01T10:02:05Z"), ZoneOffset.UTC);
    return new Cli(later).with("TEMPORAL_ADDRESS", "127.0.0.1:" + port);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    workers.awaitTermination(5, TimeUnit.SECONDS);
    stubs.shutdownNow();
    server.close();
  }
}
