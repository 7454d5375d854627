package dev.slipway.workflows.people;

import static dev.slipway.workflows.people.TemporalAnswers.translating;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.attention.Resolution;
import dev.slipway.workflows.install.InstallPlatform;
import dev.slipway.workflows.people.RunProblem.Kind;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.SearchAttributes;
import dev.slipway.workflows.wire.TaskQueues;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The runs in one Temporal namespace, of whatever workflow: for the command line and the console.
 * Whatever goes wrong is a {@link RunProblem}.
 */
public final class RunClient {
  // A workflow task fails once for each thing that comes in while the run goes on as another.
  private static final int ATTEMPTS = 5;

  private final WorkflowClient client;
  private final RunChain chain;

  public RunClient(WorkflowClient client) {
    this.client = client;
    this.chain = new RunChain(client);
  }

  /** Starts a run; one that goes on under the same ID is named in the refusal. */
  public RunState start(NewRun run) {
    return start(run, WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL);
  }

  /** Starts a run, or finds the one that goes on under the same ID. */
  public RunState join(NewRun run) {
    return start(run, WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING);
  }

  private RunState start(NewRun run, WorkflowIdConflictPolicy conflicting) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(run.workflowId())
            .setTaskQueue(TaskQueues.DEFAULT)
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
            .setWorkflowIdConflictPolicy(conflicting)
            .setStaticSummary(run.summary())
            .build();
    return translating(
        run.workflowId(),
        () -> {
          WorkflowStub stub = client.newUntypedWorkflowStub(run.type(), options);
          return chain.describe(run.workflowId(), stub.start(run.request()).getRunId());
        });
  }

  /**
   * The runs in the namespace, those that wait for a person first.
   *
   * @param ended how many that have ended, newest first
   * @param warning is told where not every run can be found
   */
  public List<ListedRun> list(int ended, Consumer<String> warning) {
    return translating(
        "any run",
        () -> {
          RunList list = new RunList(client);
          try {
            return list.of(SearchAttributes.STATUS + " IS NOT NULL", ended);
          } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.INVALID_ARGUMENT) {
              throw e;
            }
            warning.accept(
                "Search attribute %s is not registered, so only installs are listed and where they"
                        .formatted(SearchAttributes.STATUS)
                    + " stand is not known; a worker that may registers it at start");
            return list.of("WorkflowType = '" + InstallPlatform.TYPE + "'", ended);
          }
        });
  }

  /** The newest run under the ID. */
  public RunState describe(String workflowId) {
    return chain.describe(workflowId, "");
  }

  /** The run as it is now, or the last one of those that it continued as. */
  public RunState current(RunState run) {
    return chain.current(run);
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
    return update(run, "decide", Decision.class, decision);
  }

  private <T> T update(RunState run, String name, Class<T> type, JsonNode answer) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return updateOnce(run, name, type, answer);
      } catch (RunProblem e) {
        if (e.kind() != Kind.NOT_TAKEN) {
          throw e;
        }
      }
    }
    return updateOnce(run, name, type, answer);
  }

  private <T> T updateOnce(RunState run, String name, Class<T> type, JsonNode answer) {
    try {
      return translating(run.workflowId(), () -> stub(run).update(name, type, answer));
    } catch (RunProblem e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
      RunState now = current(run);
      if (now.isOpen() && !now.runId().equals(run.runId())) {
        return updateOnce(now, name, type, answer);
      }
      throw TemporalAnswers.ended(run.workflowId(), e);
    }
  }

  /** Like {@link #decide}, with Update {@code resolve}: answers a run that needs attention. */
  public Resolution resolve(RunState run, JsonNode answer) {
    return update(run, "resolve", Resolution.class, answer);
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

  /**
   * How a run ends that is to end soon.
   *
   * @throws RunProblem of kind {@link Kind#NO_WORKER} where it does not
   */
  public RunOutcome outcome(RunState run, Duration patience) {
    return translating(
        run.workflowId(),
        () -> {
          try {
            return RunOutcome.success(
                stub(run).getResult(patience.toMillis(), TimeUnit.MILLISECONDS, JsonNode.class));
          } catch (WorkflowFailedException e) {
            return TemporalAnswers.outcome(e);
          } catch (TimeoutException e) {
            throw new RunProblem(
                Kind.NO_WORKER,
                "No worker has answered %s within %d s"
                    .formatted(run.workflowId(), patience.toSeconds()),
                e);
          }
        });
  }

  private WorkflowStub stub(RunState run) {
    return chain.stub(run.workflowId(), run.runId());
  }
}
