package dev.slipway.activities.kubernetes;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before looking again at something that has not come yet: 2 s while things moved
 * within the last minute, 5 s after two minutes, 20 s in the end. An hour of it is fewer than 250
 * looks.
 */
public final class LookAgain {
  private static final double FIRST_MILLIS = 2_000;
  private static final double LONGEST_MILLIS = 20_000;
  private static final int STEADY_LOOKS = 25;
  private static final double GROWTH = 1.04;
  private static final double JITTER = 0.1;

  private LookAgain() {}

  /** The delay after an attempt, counted from 1, a little different each time. */
  public static Duration after(int attempt) {
    return after(attempt, ThreadLocalRandom.current().nextDouble());
  }

  /**
   * The delay after an attempt.
   *
   * @param chance from 0 to 1, so that many clusters do not look in step
   */
  static Duration after(int attempt, double chance) {
    double growth = Math.pow(GROWTH, Math.max(0, attempt - STEADY_LOOKS));
    double delay = Math.min(LONGEST_MILLIS, FIRST_MILLIS * growth);
    return Duration.ofMillis(Math.round(delay * (1 + JITTER * chance)));
  }
}
