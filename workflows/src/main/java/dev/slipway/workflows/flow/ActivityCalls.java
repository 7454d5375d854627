package dev.slipway.workflows.flow;

import dev.slipway.workflows.wire.TaskQueues;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** How a run calls activities: on its queue, within its budgets. */
public final class ActivityCalls {
  // Long enough for the slowest single call, short enough to notice soon that a worker has died.
  private static final Duration ATTEMPT = Duration.ofSeconds(30);
  // A chart with hooks may block for minutes; its heartbeats tell of a dead worker meanwhile.
  private static final Duration HELM_ATTEMPT = Duration.ofMinutes(10);
  private static final RetryOptions RETRIES =
      RetryOptions.newBuilder()
          .setInitialInterval(Duration.ofSeconds(1))
          .setBackoffCoefficient(1.6)
          .setMaximumInterval(Duration.ofSeconds(15))
          .build();

  private final String queue;
  private final Duration stepWithin;

  private ActivityCalls(String queue, Duration stepWithin) {
    this.queue = queue;
    this.stepWithin = stepWithin;
  }

  public static ActivityCalls of(FlowRequest request) {
    return new ActivityCalls(request.taskQueue(), request.stepWithin());
  }

  /** For a workflow that is no flow. */
  public static ActivityCalls on(String queue, Duration within) {
    return new ActivityCalls(queue, within);
  }

  /** Short calls, within the budget of a step. */
  public <T> T of(Class<T> contract, String summary) {
    return within(stepWithin, contract, summary);
  }

  public <T> T within(Duration budget, Class<T> contract, String summary) {
    return Workflow.newActivityStub(contract, options(queue, budget, ATTEMPT, summary).build());
  }

  /** Calls that do many things, one after the other, or wait for an earlier attempt to end. */
  public <T> T thorough(Class<T> contract, String summary) {
    return Workflow.newActivityStub(
        contract, options(queue, stepWithin, ATTEMPT.multipliedBy(3), summary).build());
  }

  /**
   * Helm operations: long, on their own queue, with heartbeats so that a lost worker is noticed.
   */
  public <T> T helm(Class<T> contract, String summary) {
    return Workflow.newActivityStub(
        contract,
        options(TaskQueues.helm(queue), stepWithin, HELM_ATTEMPT, summary)
            .setHeartbeatTimeout(Duration.ofSeconds(15))
            .build());
  }

  private static ActivityOptions.Builder options(
      String queue, Duration budget, Duration attempt, String summary) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setScheduleToCloseTimeout(budget)
        .setStartToCloseTimeout(attempt)
        .setRetryOptions(RETRIES)
        // What is cancelled is awaited: nothing writes on after the Lease has gone back.
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setSummary(summary);
  }
}
