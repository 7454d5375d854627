package dev.slipway.worker;

import static dev.slipway.worker.WorkerProcess.freePort;
import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.testserver.TestServer;
import io.temporal.testserver.TestServer.PortBoundTestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
@SuppressWarnings("try")
class WorkerApplicationTest {
  private final int port = freePort();
  private final String address = "127.0.0.1:" + port;

  @Test
  void pollsAndAnswersItsHealthChecks() throws Exception {
    try (PortBoundTestServer server = TestServer.createPortBoundServer(port);
        WorkerProcess worker = new WorkerProcess(WorkerApplication.class, address, Map.of())) {
      assertThat(worker.awaitLine("Polling")).contains("address=" + address, "namespace=default");

      var health = worker.admin("/healthcheck");

      assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
      assertThat(health.body())
          .contains("polling namespace default", "packages, digest ", "WARNING: no AWS identity");
    }
  }

  @Test
  void showsTheMetricsOfTemporalAndDropwizard() throws Exception {
    try (PortBoundTestServer server = TestServer.createPortBoundServer(port);
        WorkerProcess worker = new WorkerProcess(WorkerApplication.class, address, Map.of())) {
      worker.awaitLine("Polling");
      String metrics = worker.admin("/metrics").body();
      while (!metrics.contains("temporal_request_total{")) {
        metrics = worker.admin("/metrics").body();
      }

      assertThat(metrics).contains("dropwizard_jvm_memory_heap_used ");
    }
  }

  @Test
  void waitsForTemporalAndSaysSo() throws Exception {
    try (WorkerProcess worker = new WorkerProcess(WorkerApplication.class, address, Map.of())) {
      worker.awaitLine("Waiting for Temporal");
      worker.awaitLine("Waiting for Temporal");
      var health = worker.admin("/healthcheck");
      assertThat(health.statusCode()).isEqualTo(500);
      assertThat(health.body()).contains("no answer at " + address);

      try (PortBoundTestServer server = TestServer.createPortBoundServer(port)) {
        worker.awaitLine("Polling");
      }
    }
  }

  @Test
  void endsWhileItStillWaits() throws Exception {
    try (WorkerProcess worker = new WorkerProcess(WorkerApplication.class, address, Map.of())) {
      worker.awaitLine("Waiting for Temporal");
      worker.terminate();
      assertThat(worker.awaitExit()).isEqualTo(143);
    }
  }

  @Test
  void endsWithAReasonWhereTheNamespaceIsUnknown() throws Exception {
    try (UnknownNamespaceServer server = new UnknownNamespaceServer(port);
        WorkerProcess worker = new WorkerProcess(WorkerApplication.class, address, Map.of())) {
      assertThat(worker.awaitLine("refuses this worker"))
          .contains("namespace 'default' does not exist at " + address, "TEMPORAL_NAMESPACE");
      assertThat(worker.awaitExit()).isEqualTo(1);
    }
  }
}
