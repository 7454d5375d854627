package dev.slipway.workflows.people;

import static dev.slipway.workflows.people.TemporalAnswers.translating;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.contract.TaskQueues;
import dev.slipway.workflows.people.RunProblem.Kind;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.Progress;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.HistoryEventFilterType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionContinuedAsNewEventAttributes;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.time.Instant;
import java.util.Optional;

/**
 * The runs in one Temporal namespace, of whatever workflow: for the command line and the console.
 * Whatever goes wrong is a {@link RunProblem}.
 */
public final class RunClient {
  private final WorkflowClient client;

  public RunClient(WorkflowClient client) {
    this.client = client;
  }

  /** Starts a run; one that goes on under the same ID is named in the refusal. */
  public RunState start(NewRun run) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(run.workflowId())
            .setTaskQueue(TaskQueues.DEFAULT)
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
            .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
            .setStaticSummary(run.summary())
            .build();
    return translating(
        run.workflowId(),
        () -> {
          WorkflowStub stub = client.newUntypedWorkflowStub(run.type(), options);
          return describe(run.workflowId(), stub.start(run.request()).getRunId());
        });
  }

  /** The newest run under the ID. */
  public RunState describe(String workflowId) {
    return describe(workflowId, "");
  }

  /** The run as it is now, or the last one of those that it continued as. */
  public RunState current(RunState run) {
    RunState now = describe(run.workflowId(), run.runId());
    while (now.isContinued()) {
      now = describe(now.workflowId(), successor(now));
    }
    return now;
  }

  public Progress progress(RunState run) {
    return query(run, "progress", Progress.class);
  }

  /** Empty before the plan was made. */
  public Optional<Plan> plan(RunState run) {
    return Optional.ofNullable(query(run, "plan", Plan.class));
  }

  /** Empty before the first picture. */
  public Optional<Picture> applications(RunState run) {
    return Optional.ofNullable(query(run, "applications", Picture.class));
  }

  /** A query that only some workflows answer. */
  public <T> T query(RunState run, String name, Class<T> type) {
    return translating(run.workflowId(), () -> stub(run).query(name, type));
  }

  /**
   * Sends Update {@code decide} and waits for the answer; a run that has ended refuses it, one that
   * goes on as another hands it on.
   */
  public Decision decide(RunState run, JsonNode decision) {
    try {
      return translating(
          run.workflowId(), () -> stub(run).update("decide", Decision.class, decision));
    } catch (RunProblem e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
      RunState now = current(run);
      if (now.isOpen() && !now.runId().equals(run.runId())) {
        return decide(now, decision);
      }
      throw TemporalAnswers.ended(run.workflowId(), e);
    }
  }

  /** How a closed run ended. */
  public RunOutcome outcome(RunState run) {
    return translating(
        run.workflowId(),
        () -> {
          try {
            return RunOutcome.success(stub(run).getResult(JsonNode.class));
          } catch (WorkflowFailedException e) {
            return TemporalAnswers.outcome(e);
          }
        });
  }

  private RunState describe(String workflowId, String runId) {
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

  private WorkflowStub stub(RunState run) {
    return stub(run.workflowId(), run.runId());
  }

  private WorkflowStub stub(String workflowId, String runId) {
    WorkflowTargetOptions.Builder target =
        WorkflowTargetOptions.newBuilder().setWorkflowId(workflowId);
    if (!runId.isEmpty()) {
      target.setRunId(runId);
    }
    return client.newUntypedWorkflowStub(target.build());
  }
}
