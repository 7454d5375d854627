package dev.slipway.activities.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.contract.Owner;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemporalOwnerStatusTest {
  private TestWorkflowEnvironment temporal;
  private OwnerStatus status;
  private String namespaceId;

  @BeforeEach
  void start() {
    temporal = TestWorkflowEnvironment.newInstance();
    status = new TemporalOwnerStatus(temporal.getWorkflowServiceStubs());
    namespaceId = status.namespaceId("default");
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void livesWhileItsRunIsOpen() {
    assertThat(status.isClosed(owner(run("platform/a")), namespaceId)).isFalse();
  }

  @Test
  void isClosedWhenItsRunWasTerminated() {
    WorkflowStub run = run("platform/a");
    run.terminate("test");
    assertThat(status.isClosed(owner(run), namespaceId)).isTrue();
  }

  @Test
  void isClosedWhenALaterRunHasItsWorkflowId() {
    WorkflowStub first = run("platform/a");
    first.terminate("test");
    WorkflowStub second = run("platform/a");
    assertThat(status.isClosed(owner(first), namespaceId)).isTrue();
    assertThat(status.isClosed(owner(second), namespaceId)).isFalse();
  }

  @Test
  void isClosedWhenTheNamespaceHasForgottenIt() {
    assertThat(status.isClosed(new Owner("default", "gone", "run"), namespaceId)).isTrue();
  }

  @Test
  void cannotBeAskedAboutOnAnotherServer() {
    Owner owner = new Owner("default", "platform/a", "run-of-another-server");
    assertThatThrownBy(() -> status.isClosed(owner, "id-of-the-other-default"))
        .hasMessageContaining("CLUSTER_OWNED")
        .hasMessageContaining("workflow platform/a (run run-of-another-server)")
        .hasMessageContaining("kubectl -n kube-system delete lease slipway");
    assertThatThrownBy(() -> status.isClosed(owner, "")).hasMessageContaining("CLUSTER_OWNED");
  }

  @Test
  void isUnknownWhileTemporalIsAway() {
    WorkflowServiceStubs nobody =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:1")
                .setRpcTimeout(Duration.ofSeconds(1))
                .build());
    OwnerStatus away = new TemporalOwnerStatus(nobody);
    assertThatThrownBy(() -> away.isClosed(new Owner("default", "a", "b"), namespaceId))
        .hasMessageContaining("TEMPORAL_UNAVAILABLE");
    nobody.shutdownNow();
  }

  private WorkflowStub run(String workflowId) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder().setTaskQueue("nobody").setWorkflowId(workflowId).build();
    WorkflowStub stub = temporal.getWorkflowClient().newUntypedWorkflowStub("Any", options);
    stub.start();
    return stub;
  }

  private static Owner owner(WorkflowStub run) {
    WorkflowExecution execution = run.getExecution();
    return new Owner("default", execution.getWorkflowId(), execution.getRunId());
  }
}
