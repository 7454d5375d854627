package dev.slipway.standins.contract;

import java.time.Duration;
import java.time.Instant;

/** Looks again until it is so: a real server's controllers take their time. */
public final class Eventually {
  // Kubernetes' garbage collector learns of a kind that was just defined after some 40 seconds.
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final long PAUSE_MILLIS = 100;

  private Eventually() {}

  public static void see(Runnable look) {
    Instant end = Instant.now().plus(LIMIT);
    while (true) {
      try {
        look.run();
        return;
      } catch (AssertionError | RuntimeException e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while looking", e);
    }
  }
}
