package dev.slipway.e2e.bed.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for something in the outside world, with a deadline and a telling failure. */
public final class Await {
  private static final long INTERVAL_MILLIS = 100;

  private Await() {}

  /** Thrown by a condition that can never become true any more. */
  public static final class Hopeless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Hopeless(String message) {
      super(message);
    }
  }

  public static void until(String what, Duration limit, Callable<Boolean> condition) {
    until(what, limit, condition, () -> "");
  }

  /** An exception of the condition counts as "not yet" and becomes the failure's cause. */
  public static void until(
      String what, Duration limit, Callable<Boolean> condition, Supplier<String> details) {
    long deadline = System.nanoTime() + limit.toNanos();
    Exception last = null;
    do {
      try {
        if (condition.call()) {
          return;
        }
        last = null;
      } catch (Hopeless e) {
        throw new AssertionError(e.getMessage(), e);
      } catch (Exception e) {
        last = e;
      }
      pause();
    } while (System.nanoTime() < deadline);
    throw new AssertionError(
        "Not within " + limit.toSeconds() + " s: " + what + details.get(), last);
  }

  private static void pause() {
    try {
      Thread.sleep(INTERVAL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Hopeless("Interrupted");
    }
  }
}
