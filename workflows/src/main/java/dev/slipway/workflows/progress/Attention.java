package dev.slipway.workflows.progress;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.failure.FailureType;
import java.time.Instant;

/**
 * What a parked run needs a person for.
 *
 * @param number counts the attentions of a run and of those that it continues as, from 1 on; an
 *     answer names it
 * @param step name of the {@link FlowLine} that cannot go on
 * @param stepTitle the same as people read it
 * @param failure a {@link FailureType} by name
 * @param message what failed, on which object, and why
 * @param since when the run parked
 * @param tried how often the step was tried, each time until retrying helped no more
 * @param skippable whether the run may go on without the step
 * @param answerBy when the run fails without an answer; null where it waits for good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attention(
    int number,
    String step,
    String stepTitle,
    String failure,
    String message,
    Instant since,
    int tried,
    boolean skippable,
    Instant answerBy) {

  public Attention {
    requireNonNull(step, "step");
    requireNonNull(stepTitle, "stepTitle");
    requireNonNull(failure, "failure");
    requireNonNull(message, "message");
    requireNonNull(since, "since");
  }

  /** What failed, and below it who mends it. */
  public String words() {
    return FailureType.words(failure, message);
  }
}
