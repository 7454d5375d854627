package dev.slipway.workflows.wire;

/** Task queue names. A network behind a private endpoint has a pair of its own. */
public final class TaskQueues {
  public static final String DEFAULT = "slipway";

  private TaskQueues() {}

  /** The queue with few slots beside a queue: each Helm operation is a process. */
  public static String helm(String queue) {
    return queue + "-helm";
  }
}
