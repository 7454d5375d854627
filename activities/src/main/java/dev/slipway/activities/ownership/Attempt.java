package dev.slipway.activities.ownership;

import static java.util.Objects.requireNonNull;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;

/**
 * One attempt of an activity, which no other has the name of.
 *
 * @param workflowId of the run that asked for it
 */
public record Attempt(String namespace, String workflowId, String name) {
  public Attempt {
    requireNonNull(namespace, "namespace");
    requireNonNull(workflowId, "workflowId");
    requireNonNull(name, "name");
  }

  /** The one that this thread works on. */
  public static Attempt current() {
    ActivityInfo info = Activity.getExecutionContext().getInfo();
    return new Attempt(
        info.getNamespace(),
        info.getWorkflowId(),
        "%s/%s/%d".formatted(info.getWorkflowRunId(), info.getActivityId(), info.getAttempt()));
  }
}
