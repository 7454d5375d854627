package dev.slipway.workflows.applications;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps pictures apart when something flaps, so that an hour of waiting stays within its history: a
 * stock of pictures at short distances, and one more every few minutes.
 */
public final class PictureSpacing {
  private static final Duration APART = Duration.ofSeconds(3);
  private static final Duration ONE_MORE = Duration.ofSeconds(210);
  private static final int STOCK = 24;

  private Instant first;
  private int taken;

  /** When the next picture may come after one that was seen at the given moment. */
  public Instant after(Instant seenAt) {
    if (first == null) {
      first = seenAt;
    }
    taken++;
    Instant soonest = seenAt.plus(APART);
    Instant affordable = first.plus(ONE_MORE.multipliedBy(Math.max(0, taken - STOCK)));
    return soonest.isAfter(affordable) ? soonest : affordable;
  }
}
