package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.failure.FailureType.Family;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;

/** What a failed activity means for the run. */
final class StepFailure {
  private StepFailure() {}

  /** Either a failure under a name, or that the run was cancelled. */
  static TemporalFailure of(FailureType onTimeout, TemporalFailure failure) {
    return failure instanceof ActivityFailure activity ? ofActivity(onTimeout, activity) : failure;
  }

  private static TemporalFailure ofActivity(FailureType onTimeout, ActivityFailure failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof CanceledFailure cancelled) {
      return cancelled;
    }
    if (cause instanceof ApplicationFailure application) {
      return named(onTimeout, failure, application);
    }
    String message =
        failure.getActivityType() + " got no answer from a worker within its time: " + text(cause);
    return onTimeout.failure(message, failure);
  }

  private static ApplicationFailure named(
      FailureType onTimeout, ActivityFailure failure, ApplicationFailure cause) {
    return FailureType.of(cause.getType())
        .filter(type -> type.family() != Family.TRANSIENT)
        .map(type -> type.failure(cause.getOriginalMessage(), failure))
        .orElseGet(() -> onTimeout.failure("gave up: " + cause.getOriginalMessage(), failure));
  }

  private static String text(Throwable cause) {
    return cause instanceof TemporalFailure temporal
        ? temporal.getOriginalMessage()
        : String.valueOf(cause);
  }
}
