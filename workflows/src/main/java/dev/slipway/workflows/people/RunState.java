package dev.slipway.workflows.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What Temporal knows of a run without asking a worker.
 *
 * @param type workflow type, such as {@code InstallPlatform}
 * @param status as Temporal calls it, such as {@code RUNNING} or {@code COMPLETED}
 * @param closedAt null while the run goes on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunState(
    String workflowId,
    String runId,
    String type,
    String status,
    Instant startedAt,
    Instant closedAt) {

  /** Whether there is more to come, in this run or the one that it continues as. */
  public boolean isOpen() {
    return status.equals("RUNNING") || isPaused() || isContinued();
  }

  /** Whether an operator has paused it with Temporal's own means: it answers nothing then. */
  public boolean isPaused() {
    return status.equals("PAUSED");
  }

  /** What there is to say of this run while it is paused. */
  public String pausedWords() {
    return pausedWords(workflowId);
  }

  /** What there is to say of a run that is paused. */
  static String pausedWords(String workflowId) {
    return "An operator has paused the run; it answers nothing until: temporal workflow unpause -w "
        + workflowId;
  }

  boolean isContinued() {
    return status.equals("CONTINUED_AS_NEW");
  }
}
