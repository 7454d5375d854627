package dev.slipway.workflows.progress;

import io.temporal.workflow.Workflow;
import java.time.Instant;

/** The time as the history has it: the same in a replay. */
public final class WorkflowClock {
  private WorkflowClock() {}

  public static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
