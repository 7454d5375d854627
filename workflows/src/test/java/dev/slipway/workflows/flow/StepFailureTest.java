package dev.slipway.workflows.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.wire.Payloads;
import io.temporal.api.common.v1.ActivityType;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.api.failure.v1.ActivityFailureInfo;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.failure.v1.TimeoutFailureInfo;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failures as Temporal's server (1.30) makes them. */
class StepFailureTest {
  @Test
  void saysWhatTheLastAttemptSaidWhereTheBudgetEndedAmidTheNext() {
    ActivityFailure failure =
        activity(
            RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE,
            timeout(TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE)
                .setCause(answer("CLUSTER_UNREACHABLE", "the API server does not answer")));

    assertThat(Budget.hasEnded(failure)).isTrue();
    assertThat(words(failure))
        .containsExactly("STEP_TIMED_OUT", "gave up: the API server does not answer");
  }

  @Test
  void saysWhatTheLastAttemptSaidWhereTheBudgetEndedBeforeTheNext() {
    ActivityFailure failure =
        activity(RetryState.RETRY_STATE_TIMEOUT, answer("UNCHANGED", "3 of 12 up").toBuilder());

    assertThat(Budget.hasEnded(failure)).isTrue();
    assertThat(words(failure)).containsExactly("STEP_TIMED_OUT", "gave up: 3 of 12 up");
  }

  @Test
  void saysThatNoAttemptWasAnswered() {
    ActivityFailure failure =
        activity(
            RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE,
            timeout(TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START));

    assertThat(Budget.hasEnded(failure)).isFalse();
    assertThat(words(failure))
        .containsExactly("STEP_TIMED_OUT", "Look got no answer from a worker within its time: no");
  }

  @Test
  void keepsTheNameOfWhatAPersonHasToMend() {
    ActivityFailure failure =
        activity(
            RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE,
            answer("ACCESS_DENIED", "may not").toBuilder());

    assertThat(Budget.hasEnded(failure)).isFalse();
    assertThat(words(failure)).containsExactly("ACCESS_DENIED", "may not");
  }

  private static List<String> words(ActivityFailure activity) {
    ApplicationFailure failure =
        (ApplicationFailure) StepFailure.of(FailureType.STEP_TIMED_OUT, activity);
    return List.of(failure.getType(), failure.getOriginalMessage());
  }

  private static Failure answer(String type, String message) {
    return Failure.newBuilder()
        .setMessage(message)
        .setApplicationFailureInfo(ApplicationFailureInfo.newBuilder().setType(type))
        .build();
  }

  private static Failure.Builder timeout(TimeoutType type) {
    return Failure.newBuilder()
        .setMessage("no")
        .setTimeoutFailureInfo(TimeoutFailureInfo.newBuilder().setTimeoutType(type));
  }

  private static ActivityFailure activity(RetryState state, Failure.Builder cause) {
    return (ActivityFailure)
        Payloads.converter()
            .failureToException(
                Failure.newBuilder()
                    .setActivityFailureInfo(
                        ActivityFailureInfo.newBuilder()
                            .setActivityType(ActivityType.newBuilder().setName("Look"))
                            .setRetryState(state))
                    .setCause(cause)
                    .build());
  }
}
