package dev.slipway.starter.run;

import static dev.slipway.starter.run.TemporalFailures.translating;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.starter.CommandFailure;
import dev.slipway.starter.ExitCode;
import dev.slipway.starter.Surroundings;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.approval.Plan;
import dev.slipway.workflows.contract.TaskQueues;
import dev.slipway.workflows.install.InstallReport;
import dev.slipway.workflows.progress.Progress;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import java.time.Instant;
import java.util.Optional;

/** The runs in one Temporal namespace. Whatever goes wrong is a {@link CommandFailure}. */
public final class Runs implements AutoCloseable {
  private final TemporalConnection connection;

  private Runs(TemporalConnection connection) {
    this.connection = connection;
  }

  public static Runs connect(Surroundings surroundings) {
    return new Runs(TemporalConnection.open(surroundings.environment()));
  }

  /** Starts an install; a run that goes on under the same ID is named in the refusal. */
  public RunState install(String workflowId, JsonNode request) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(workflowId)
            .setTaskQueue(TaskQueues.DEFAULT)
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
            .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
            .setStaticSummary("Install the platform on " + workflowId.replace("platform/", ""))
            .build();
    return translating(
        workflowId,
        () -> {
          WorkflowExecution started =
              connection.client().newUntypedWorkflowStub("InstallPlatform", options).start(request);
          return describe(workflowId, started.getRunId());
        });
  }

  /** The newest run under the ID. */
  public RunState describe(String workflowId) {
    return describe(workflowId, null);
  }

  /** The run as it is now, or the one that it continued as. */
  RunState current(RunState run) {
    RunState now = describe(run.workflowId(), run.runId());
    return now.isContinued() ? describe(run.workflowId()) : now;
  }

  private RunState describe(String workflowId, String runId) {
    WorkflowExecutionDescription found =
        translating(workflowId, () -> stub(workflowId, runId).describe());
    String status = found.getStatus().name().replace("WORKFLOW_EXECUTION_STATUS_", "");
    Instant closedAt = found.getCloseTime();
    return new RunState(
        workflowId,
        found.getExecution().getRunId(),
        found.getWorkflowType(),
        status,
        found.getStartTime(),
        closedAt == null || closedAt.equals(Instant.EPOCH) ? null : closedAt);
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

  /** Sends Update {@code decide} and waits for the answer. */
  public Decision decide(RunState run, JsonNode decision) {
    try {
      return translating(
          run.workflowId(),
          () -> stub(run.workflowId(), run.runId()).update("decide", Decision.class, decision));
    } catch (CommandFailure e) {
      if (e.exitCode() != ExitCode.NOT_FOUND) {
        throw e;
      }
      throw new CommandFailure(
          ExitCode.REFUSED, "The run has ended; nothing is left to decide: " + run.workflowId(), e);
    }
  }

  /** How a closed run ended. */
  public Outcome outcome(RunState run) {
    return translating(
        run.workflowId(),
        () -> {
          try {
            WorkflowStub stub = stub(run.workflowId(), run.runId());
            return new Outcome(null, null, stub.getResult(InstallReport.class));
          } catch (WorkflowFailedException e) {
            return failure(e);
          }
        });
  }

  private static Outcome failure(WorkflowFailedException e) {
    if (e.getCause() instanceof ApplicationFailure failure) {
      return new Outcome(failure.getType(), failure.getOriginalMessage(), null);
    }
    if (e.getCause() instanceof CanceledFailure) {
      return new Outcome("CANCELLED", "Somebody cancelled the run", null);
    }
    if (e.getCause() instanceof TerminatedFailure failure) {
      return new Outcome("TERMINATED", "Somebody ended it: " + failure.getOriginalMessage(), null);
    }
    return new Outcome("FAILED", String.valueOf(e.getCause().getMessage()), null);
  }

  private <T> T query(RunState run, String name, Class<T> type) {
    return translating(
        run.workflowId(), () -> stub(run.workflowId(), run.runId()).query(name, type));
  }

  private WorkflowStub stub(String workflowId, String runId) {
    WorkflowTargetOptions target =
        WorkflowTargetOptions.newBuilder().setWorkflowId(workflowId).setRunId(runId).build();
    return connection.client().newUntypedWorkflowStub(target);
  }

  @Override
  public void close() {
    connection.close();
  }
}
