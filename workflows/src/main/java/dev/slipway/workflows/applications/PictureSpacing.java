package dev.slipway.workflows.applications;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps pictures apart when something flaps, so that an hour of waiting stays within its history:
 * the first ones come as they are, later ones at growing distances.
 */
public final class PictureSpacing {
  private static final int FREE = 20;
  private static final int NEAR = 32;

  private int taken;

  /** When the next picture may come after one that was seen at the given moment. */
  public Instant after(Instant seenAt) {
    taken++;
    if (taken <= FREE) {
      return seenAt;
    }
    return seenAt.plus(taken <= NEAR ? Duration.ofSeconds(20) : Duration.ofMinutes(4));
  }
}
