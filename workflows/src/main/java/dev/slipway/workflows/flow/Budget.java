package dev.slipway.workflows.flow;

import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Optional;

/** The time that an activity and all its attempts have together. */
public final class Budget {
  private Budget() {}

  /** Whether it has ended: between two attempts, or amid one, which Temporal calls a time-out. */
  public static boolean hasEnded(ActivityFailure failure) {
    return failure.getRetryState() == RetryState.RETRY_STATE_TIMEOUT
        || (failure.getCause() instanceof TimeoutFailure timeout
            && timeout.getTimeoutType() == TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE);
  }

  /** What the last attempt that came to an end has said; empty where none did. */
  public static Optional<ApplicationFailure> lastAnswer(ActivityFailure failure) {
    Throwable cause =
        failure.getCause() instanceof TimeoutFailure timeout
            ? timeout.getCause()
            : failure.getCause();
    return Optional.ofNullable(cause)
        .filter(ApplicationFailure.class::isInstance)
        .map(ApplicationFailure.class::cast);
  }
}
