package dev.slipway.e2e.resilience;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.install.Operator;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.concurrent.TimeUnit;

/** Looks at one run many times a second, without the worker and without a process a look. */
final class Watch implements AutoCloseable {
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

  static Watch on(Bed bed, Operator operator) {
    WorkflowServiceStubsOptions options =
        WorkflowServiceStubsOptions.newBuilder().setTarget(bed.temporal().address()).build();
    return new Watch(WorkflowServiceStubs.newServiceStubs(options), operator.workflowId());
  }

  Standing standing() {
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
