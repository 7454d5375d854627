package dev.slipway.workflows.answers;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for people. */
public final class Patience {
  private Patience() {}

  /**
   * Waits until it holds, but not longer than that, and leaves no timer behind.
   *
   * @param summary what Temporal's UI shows at the timer
   * @return whether it holds
   */
  public static boolean holdsWithin(Duration longest, String summary, BooleanSupplier it) {
    CancellationScope timer =
        Workflow.newCancellationScope(
            () -> {
              TimerOptions options = TimerOptions.newBuilder().setSummary(summary).build();
              Promise<Void> end = Workflow.newTimer(longest, options);
              Workflow.await(() -> it.getAsBoolean() || end.isCompleted());
            });
    timer.run();
    timer.cancel("answered");
    return it.getAsBoolean();
  }
}
