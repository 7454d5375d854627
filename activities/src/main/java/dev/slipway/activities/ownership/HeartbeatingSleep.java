package dev.slipway.activities.ownership;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;

/** Waits inside an activity, so that Temporal sees that somebody waits, and can end it. */
public final class HeartbeatingSleep {
  private static final Duration BEAT = Duration.ofSeconds(1);

  private HeartbeatingSleep() {}

  public static void of(Duration duration) {
    ActivityExecutionContext activity = Activity.getExecutionContext();
    long end = System.nanoTime() + duration.toNanos();
    try {
      while (System.nanoTime() < end) {
        activity.heartbeat(null);
        Thread.sleep(BEAT.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FailureType.CLUSTER_UNREACHABLE.failure(
          "The worker stops while it waits for an earlier writer", e);
    }
  }
}
