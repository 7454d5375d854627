package dev.slipway.workflows.flow;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.failure.FailureType.Family;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;

/** What a failed activity means for whoever called it. */
public final class StepFailure {
  private StepFailure() {}

  /** Either a failure under a name, or that the run was cancelled. */
  public static TemporalFailure of(FailureType onTimeout, TemporalFailure failure) {
    return failure instanceof ActivityFailure activity ? ofActivity(onTimeout, activity) : failure;
  }

  private static TemporalFailure ofActivity(FailureType onTimeout, ActivityFailure failure) {
    if (failure.getCause() instanceof CanceledFailure cancelled) {
      return cancelled;
    }
    return Budget.lastAnswer(failure)
        .map(answer -> named(onTimeout, failure, answer))
        .orElseGet(() -> onTimeout.failure(unanswered(failure), failure));
  }

  private static ApplicationFailure named(
      FailureType onTimeout, ActivityFailure failure, ApplicationFailure cause) {
    return FailureType.of(cause.getType())
        .filter(type -> type.family() != Family.TRANSIENT)
        .map(type -> type.failure(cause.getOriginalMessage(), failure))
        .orElseGet(() -> onTimeout.failure("gave up: " + cause.getOriginalMessage(), failure));
  }

  private static String unanswered(ActivityFailure failure) {
    String why =
        failure.getCause() instanceof TemporalFailure temporal
            ? temporal.getOriginalMessage()
            : String.valueOf(failure.getCause());
    return failure.getActivityType() + " got no answer from a worker within its time: " + why;
  }
}
