package dev.slipway.activities.ownership;

import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.failure.FailureType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.Optional;
import java.util.Set;

/** Asks the Temporal server that the worker is connected to. */
public final class TemporalOwnerStatus implements OwnerStatus {
  private static final Set<Status.Code> REFUSALS =
      Set.of(
          Status.Code.NOT_FOUND,
          Status.Code.PERMISSION_DENIED,
          Status.Code.UNAUTHENTICATED,
          Status.Code.INVALID_ARGUMENT);

  private final WorkflowServiceStubs service;

  public TemporalOwnerStatus(WorkflowServiceStubs service) {
    this.service = service;
  }

  @Override
  public String namespaceId(String namespace) {
    try {
      return describe(namespace);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED || isRefusal(e)) {
        return "";
      }
      throw unavailable(e);
    }
  }

  @Override
  public boolean isClosed(Owner owner, String namespaceId) {
    refuseOtherNamespace(owner, namespaceId);
    Optional<WorkflowExecutionInfo> latest = latest(owner);
    if (latest.isEmpty()) {
      return true;
    }
    WorkflowExecutionInfo info = latest.get();
    // One workflow ID has at most one open run, so a later chain means that this one has ended.
    boolean sameChain =
        info.getFirstRunId().isEmpty() || info.getFirstRunId().equals(owner.firstRunId());
    return !sameChain || !isOpen(info.getStatus());
  }

  private static boolean isOpen(WorkflowExecutionStatus status) {
    return status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
        || status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_PAUSED
        || status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW
        || status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_UNSPECIFIED
        || status == WorkflowExecutionStatus.UNRECOGNIZED;
  }

  private void refuseOtherNamespace(Owner owner, String namespaceId) {
    String found = namespaceId(owner.namespace());
    if (found.isEmpty() || !found.equals(namespaceId)) {
      throw FailureType.CLUSTER_OWNED.failure(
          "The cluster is owned by "
              + owner
              + ", which this worker's Temporal server cannot be asked about. If that run has ended:"
              + " kubectl -n kube-system delete lease slipway");
    }
  }

  private Optional<WorkflowExecutionInfo> latest(Owner owner) {
    DescribeWorkflowExecutionRequest request =
        DescribeWorkflowExecutionRequest.newBuilder()
            .setNamespace(owner.namespace())
            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(owner.workflowId()))
            .build();
    try {
      return Optional.of(
          service.blockingStub().describeWorkflowExecution(request).getWorkflowExecutionInfo());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw isRefusal(e)
          ? FailureType.CLUSTER_OWNED.failure(
              "The cluster is owned by "
                  + owner
                  + ", and Temporal refuses to tell: "
                  + e.getStatus())
          : unavailable(e);
    }
  }

  private String describe(String namespace) {
    return service
        .blockingStub()
        .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build())
        .getNamespaceInfo()
        .getId();
  }

  private static boolean isRefusal(StatusRuntimeException e) {
    return REFUSALS.contains(e.getStatus().getCode());
  }

  private static RuntimeException unavailable(StatusRuntimeException e) {
    return FailureType.TEMPORAL_UNAVAILABLE.failure(
        "Temporal could not be asked: " + e.getStatus(), e);
  }
}
