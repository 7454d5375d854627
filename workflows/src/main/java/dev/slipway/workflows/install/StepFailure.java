package dev.slipway.workflows.install;

import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.FailureType.Family;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import java.util.Arrays;

/** What a failed activity means for the run. */
final class StepFailure {
  private StepFailure() {}

  static ApplicationFailure of(FailureType onTimeout, ActivityFailure failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof CanceledFailure canceled) {
      throw canceled;
    }
    if (cause instanceof ApplicationFailure application) {
      return of(onTimeout, failure, application);
    }
    String message =
        failure.getActivityType() + " got no answer from a worker within its time: " + text(cause);
    return onTimeout.failure(message, failure);
  }

  private static ApplicationFailure of(
      FailureType onTimeout, ActivityFailure failure, ApplicationFailure cause) {
    FailureType type = typeOf(cause);
    if (type == null || type.family() == Family.PASSING) {
      return onTimeout.failure("gave up: " + cause.getOriginalMessage(), failure);
    }
    return type.failure(cause.getOriginalMessage(), failure);
  }

  private static FailureType typeOf(ApplicationFailure failure) {
    return Arrays.stream(FailureType.values())
        .filter(type -> type.name().equals(failure.getType()))
        .findFirst()
        .orElse(null);
  }

  private static String text(Throwable cause) {
    return cause instanceof TemporalFailure temporal
        ? temporal.getOriginalMessage()
        : String.valueOf(cause);
  }
}
