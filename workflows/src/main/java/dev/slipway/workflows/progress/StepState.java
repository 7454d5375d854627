package dev.slipway.workflows.progress;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * How far one step is.
 *
 * @param detail the step's own last word, such as what it waits for; null without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepState(
    Step step, Status status, Instant startedAt, Instant finishedAt, String detail) {

  /** Where a step stands. */
  public enum Status {
    PENDING,
    RUNNING,
    DONE,
    FAILED
  }

  public StepState {
    requireNonNull(step, "step");
    requireNonNull(status, "status");
  }

  static StepState pending(Step step) {
    return new StepState(step, Status.PENDING, null, null, null);
  }

  StepState running(Instant now) {
    return new StepState(step, Status.RUNNING, startedAt == null ? now : startedAt, null, detail);
  }

  StepState ended(Status end, Instant now, String lastWord) {
    return new StepState(step, end, startedAt, now, lastWord);
  }

  StepState saying(String word) {
    return new StepState(step, status, startedAt, finishedAt, word);
  }
}
