package dev.slipway.workflows.people;

import dev.slipway.workflows.answers.Refusal;
import dev.slipway.workflows.people.RunProblem.Kind;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowQueryConditionallyRejectedException;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import java.util.Optional;
import java.util.function.Supplier;

/** Says in words what Temporal answered. */
final class TemporalAnswers {
  private static final String NO_WORKER =
      "No worker answers for %s. Start one (./slipway worker), or check its task queue";

  private TemporalAnswers() {}

  static <T> T translating(String workflowId, Supplier<T> call) {
    try {
      return call.get();
    } catch (RunProblem e) {
      throw e;
    } catch (WorkflowExecutionAlreadyStarted e) {
      throw alreadyRunning(e);
    } catch (WorkflowUpdateException e) {
      throw refused(e);
    } catch (WorkflowNotFoundException e) {
      throw cause(e, StatusRuntimeException.class).isPresent()
          ? grpc(workflowId, e)
          : notFound(workflowId, e);
    } catch (DataConverterException e) {
      throw new RunProblem(
          Kind.NOT_UNDERSTOOD,
          workflowId + " answers in a form unknown here; use the slipway of the worker's version",
          e);
    } catch (WorkflowQueryConditionallyRejectedException e) {
      throw e.getWorkflowExecutionStatus()
              == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_PAUSED
          ? paused(workflowId, e)
          : unanswered(workflowId, e);
    } catch (WorkflowQueryException e) {
      throw unanswered(workflowId, e);
    } catch (RuntimeException e) {
      throw grpc(workflowId, e);
    }
  }

  static RunOutcome outcome(WorkflowFailedException e) {
    if (e.getCause() instanceof ApplicationFailure failure) {
      return RunOutcome.failure(failure.getType(), failure.getOriginalMessage());
    }
    if (e.getCause() instanceof CanceledFailure) {
      return RunOutcome.failure("CANCELLED", "Somebody cancelled the run");
    }
    if (e.getCause() instanceof TerminatedFailure failure) {
      return RunOutcome.failure("TERMINATED", "Somebody ended it: " + failure.getOriginalMessage());
    }
    return RunOutcome.failure("FAILED", String.valueOf(e.getCause().getMessage()));
  }

  private static RunProblem alreadyRunning(WorkflowExecutionAlreadyStarted e) {
    return new RunProblem(
        Kind.ALREADY_RUNNING,
        "A run is going on for this cluster: "
            + e.getExecution().getWorkflowId()
            + " (run "
            + e.getExecution().getRunId()
            + "). Look at it with: slipway watch -w "
            + e.getExecution().getWorkflowId(),
        e);
  }

  private static RunProblem refused(WorkflowUpdateException e) {
    Optional<ApplicationFailure> failure = cause(e, ApplicationFailure.class);
    return new RunProblem(
        Kind.REFUSED,
        failure.map(ApplicationFailure::getOriginalMessage).orElseGet(e::getMessage),
        failure.flatMap(Refusal::of).orElse(null),
        e);
  }

  static RunProblem ended(String workflowId, Throwable e) {
    return new RunProblem(
        Kind.REFUSED, "The run has ended; nothing is left to decide: " + workflowId, e);
  }

  // A worker that does not know the query answers so; without a worker there is no such answer.
  private static RunProblem unanswered(String workflowId, WorkflowQueryException e) {
    return cause(e, StatusRuntimeException.class)
        .map(StatusRuntimeException::getStatus)
        .filter(status -> status.getCode() == Status.Code.INVALID_ARGUMENT)
        .map(status -> workflowId + " does not answer that: " + status.getDescription())
        .map(words -> new RunProblem(Kind.NOT_UNDERSTOOD, words, e))
        .orElseGet(() -> noWorker(workflowId, e));
  }

  private static RunProblem noWorker(String workflowId, Throwable e) {
    return new RunProblem(Kind.NO_WORKER, NO_WORKER.formatted(workflowId), e);
  }

  // Temporal (1.30) rejects a query with the run's status, and an Update with a sentence.
  private static RunProblem paused(String workflowId, Throwable e) {
    return new RunProblem(Kind.PAUSED, RunState.pausedWords(workflowId), e);
  }

  private static RunProblem notFound(String workflowId, Throwable e) {
    return new RunProblem(
        Kind.NOT_FOUND, "There is no run " + workflowId + " in this namespace", e);
  }

  private static RunProblem grpc(String workflowId, RuntimeException e) {
    Status status =
        cause(e, StatusRuntimeException.class)
            .map(StatusRuntimeException::getStatus)
            .orElseThrow(() -> e);
    String said =
        status.getDescription() == null ? status.getCode().name() : status.getDescription();
    return switch (status.getCode()) {
      case NOT_FOUND ->
          said.matches("(?i)namespace \\S+ is not found.*")
              ? new RunProblem(
                  Kind.TEMPORAL_UNREACHABLE,
                  "The namespace is unknown to Temporal; set TEMPORAL_NAMESPACE. It said: " + said,
                  e)
              : notFound(workflowId, e);
      case FAILED_PRECONDITION -> notReady(workflowId, said, e);
      case DEADLINE_EXCEEDED -> noWorker(workflowId, e);
      case UNAVAILABLE ->
          new RunProblem(Kind.TEMPORAL_UNREACHABLE, "Temporal does not answer at the moment", e);
      default ->
          new RunProblem(
              Kind.TEMPORAL_UNREACHABLE, "Temporal answered " + status.getCode() + ": " + said, e);
    };
  }

  // Temporal (1.30) tells these apart in its sentence only.
  private static RunProblem notReady(String workflowId, String said, Throwable e) {
    if (said.contains("is paused")) {
      return paused(workflowId, e);
    }
    return said.contains("workflow task failure")
        ? new RunProblem(Kind.NOT_TAKEN, workflowId + " has not taken it; send it again", e)
        : noWorker(workflowId, e);
  }

  private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
