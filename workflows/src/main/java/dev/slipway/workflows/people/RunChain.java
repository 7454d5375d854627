package dev.slipway.workflows.people;

import static dev.slipway.workflows.people.TemporalAnswers.translating;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.HistoryEventFilterType;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionContinuedAsNewEventAttributes;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.time.Instant;

/** The runs under one workflow ID, each of which may go on as the next. */
final class RunChain {
  private final WorkflowClient client;

  RunChain(WorkflowClient client) {
    this.client = client;
  }

  /** The run as it is now, or the last one of those that it continued as. */
  RunState current(RunState run) {
    RunState now = describe(run.workflowId(), run.runId());
    while (now.isContinued()) {
      now = describe(now.workflowId(), successor(now));
    }
    return now;
  }

  /** A run as it is now; the newest one under the workflow ID where no run ID is given. */
  RunState describe(String workflowId, String runId) {
    WorkflowExecutionDescription found =
        translating(workflowId, () -> stub(workflowId, runId).describe());
    Instant closedAt = found.getCloseTime();
    return new RunState(
        workflowId,
        found.getExecution().getRunId(),
        found.getWorkflowType(),
        found.getStatus().name().replace("WORKFLOW_EXECUTION_STATUS_", ""),
        found.getStartTime(),
        closedAt == null || closedAt.equals(Instant.EPOCH) ? null : closedAt);
  }

  private String successor(RunState run) {
    GetWorkflowExecutionHistoryRequest lastEvent =
        GetWorkflowExecutionHistoryRequest.newBuilder()
            .setNamespace(client.getOptions().getNamespace())
            .setExecution(
                WorkflowExecution.newBuilder()
                    .setWorkflowId(run.workflowId())
                    .setRunId(run.runId()))
            .setHistoryEventFilterType(HistoryEventFilterType.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT)
            .build();
    History history =
        translating(
            run.workflowId(),
            () ->
                client
                    .getWorkflowServiceStubs()
                    .blockingStub()
                    .getWorkflowExecutionHistory(lastEvent)
                    .getHistory());
    // Without its last event, the newest run under the ID is the best guess.
    return history.getEventsList().stream()
        .map(HistoryEvent::getWorkflowExecutionContinuedAsNewEventAttributes)
        .map(WorkflowExecutionContinuedAsNewEventAttributes::getNewExecutionRunId)
        .reduce("", (earlier, last) -> last);
  }

  /** An empty run ID stands for the newest run. */
  WorkflowStub stub(String workflowId, String runId) {
    WorkflowTargetOptions.Builder target =
        WorkflowTargetOptions.newBuilder().setWorkflowId(workflowId);
    if (!runId.isEmpty()) {
      target.setRunId(runId);
    }
    return client.newUntypedWorkflowStub(target.build());
  }
}
