package dev.slipway.e2e.resilience.moment;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.install.Run;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.concurrent.TimeUnit;

/** Looks at one run many times a second: asks no worker, and starts no process for a look. */
public final class Watch implements AutoCloseable {
  private final WorkflowServiceStubs stubs;
  private final DescribeWorkflowExecutionRequest request;

  private Watch(WorkflowServiceStubs stubs, String workflowId) {
    this.stubs = stubs;
    request =
        DescribeWorkflowExecutionRequest.newBuilder()
            .setNamespace("default")
            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
            .build();
  }

  public static Watch on(Bed bed, Run run) {
    WorkflowServiceStubsOptions options =
        WorkflowServiceStubsOptions.newBuilder().setTarget(bed.temporal().address()).build();
    return new Watch(WorkflowServiceStubs.newServiceStubs(options), run.workflowId());
  }

  public Standing standing() {
    return Standing.of(
        stubs
            .blockingStub()
            .withWaitForReady()
            .withDeadlineAfter(1, TimeUnit.MINUTES)
            .describeWorkflowExecution(request));
  }

  @Override
  public void close() {
    stubs.shutdownNow();
  }
}
