package dev.slipway.workflows.progress;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * How far one step is.
 *
 * @param step name of its {@link FlowLine}
 * @param title what is being done, in the progressive form
 * @param status a {@link StepStatus} by name
 * @param statusTitle the same as people read it
 * @param startedAt when it started last; null before
 * @param finishedAt null until it ended
 * @param detail the step's own last word, such as what it waits for; null without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepState(
    String step,
    String title,
    String status,
    String statusTitle,
    Instant startedAt,
    Instant finishedAt,
    String detail) {

  public StepState {
    requireNonNull(step, "step");
    requireNonNull(title, "title");
    requireNonNull(status, "status");
    requireNonNull(statusTitle, "statusTitle");
  }

  /** Not begun. */
  public static StepState pending(FlowLine line) {
    return new StepState(
        line.name(),
        line.title(),
        StepStatus.PENDING.name(),
        StepStatus.PENDING.title(),
        /* startedAt= */ null,
        /* finishedAt= */ null,
        /* detail= */ null);
  }

  /** Whether this is its status. */
  public boolean stands(StepStatus wanted) {
    return status.equals(wanted.name());
  }

  /** One character for the status; in words where this build does not know it. */
  public String mark() {
    return StepStatus.of(status).map(StepStatus::mark).orElse("[" + statusTitle + "]");
  }

  /** Under way, by a clock that starts anew. */
  public StepState running(Instant now) {
    return standing(StepStatus.RUNNING, now, /* finished= */ null, detail);
  }

  /** Over. */
  public StepState ended(StepStatus end, Instant now, String lastWord) {
    return standing(end, startedAt, now, lastWord);
  }

  StepState notRequired() {
    return standing(StepStatus.NOT_REQUIRED, null, null, null);
  }

  StepState saying(String word) {
    return new StepState(step, title, status, statusTitle, startedAt, finishedAt, word);
  }

  private StepState standing(StepStatus now, Instant started, Instant finished, String word) {
    return new StepState(step, title, now.name(), now.title(), started, finished, word);
  }
}
