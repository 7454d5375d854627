package dev.slipway.e2e.resilience.moment;

import java.time.Duration;

/** Lets the outside world's own time pass, where that is what a test is about. */
public final class Pause {
  private Pause() {}

  public static void of(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
