package dev.slipway.starter.run;

import dev.slipway.starter.CommandFailure;
import dev.slipway.starter.ExitCode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import java.util.function.Supplier;

/** Says in words what Temporal answered. */
final class TemporalFailures {
  private static final String NO_WORKER =
      "No worker answers for %s. Start one (./slipway worker), or check its task queue";

  private TemporalFailures() {}

  static <T> T translating(String workflowId, Supplier<T> call) {
    try {
      return call.get();
    } catch (WorkflowExecutionAlreadyStarted e) {
      throw alreadyRunning(e);
    } catch (WorkflowUpdateException e) {
      throw new CommandFailure(ExitCode.REFUSED, refusal(e), e);
    } catch (WorkflowNotFoundException e) {
      throw cause(e, StatusRuntimeException.class).isPresent()
          ? grpc(workflowId, e)
          : notFound(workflowId, e);
    } catch (DataConverterException e) {
      throw new CommandFailure(
          ExitCode.BUG,
          workflowId + " answers in a form unknown here; use the slipway of the worker's version",
          e);
    } catch (WorkflowQueryException e) {
      throw new CommandFailure(ExitCode.NO_WORKER, NO_WORKER.formatted(workflowId), e);
    } catch (RuntimeException e) {
      throw grpc(workflowId, e);
    }
  }

  private static CommandFailure alreadyRunning(WorkflowExecutionAlreadyStarted e) {
    return new CommandFailure(
        ExitCode.REFUSED,
        "A run is going on for this cluster: "
            + e.getExecution().getWorkflowId()
            + " (run "
            + e.getExecution().getRunId()
            + "). Look at it with: slipway watch -w "
            + e.getExecution().getWorkflowId(),
        e);
  }

  private static CommandFailure notFound(String workflowId, Throwable e) {
    return new CommandFailure(
        ExitCode.NOT_FOUND, "There is no run " + workflowId + " in this namespace", e);
  }

  private static CommandFailure grpc(String workflowId, RuntimeException e) {
    Status status =
        cause(e, StatusRuntimeException.class)
            .map(StatusRuntimeException::getStatus)
            .orElseThrow(() -> e);
    String said =
        status.getDescription() == null ? status.getCode().name() : status.getDescription();
    return switch (status.getCode()) {
      case NOT_FOUND ->
          said.matches("(?i)namespace \\S+ is not found.*")
              ? new CommandFailure(
                  ExitCode.TEMPORAL_UNREACHABLE,
                  "The namespace is unknown to Temporal; set TEMPORAL_NAMESPACE. It said: " + said,
                  e)
              : notFound(workflowId, e);
      case FAILED_PRECONDITION, DEADLINE_EXCEEDED ->
          new CommandFailure(ExitCode.NO_WORKER, NO_WORKER.formatted(workflowId), e);
      case UNAVAILABLE ->
          new CommandFailure(
              ExitCode.TEMPORAL_UNREACHABLE, "Temporal does not answer at the moment", e);
      default ->
          new CommandFailure(
              ExitCode.TEMPORAL_UNREACHABLE,
              "Temporal answered " + status.getCode() + ": " + said,
              e);
    };
  }

  private static String refusal(WorkflowUpdateException e) {
    return cause(e, ApplicationFailure.class)
        .map(ApplicationFailure::getOriginalMessage)
        .orElseGet(e::getMessage);
  }

  static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
