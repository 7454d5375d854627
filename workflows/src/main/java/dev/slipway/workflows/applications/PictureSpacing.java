package dev.slipway.workflows.applications;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps pictures apart, so that an hour of flapping stays within its history: changes follow each
 * other closely as long as the stock lasts, details and all later changes at distances that grow
 * with the time that has passed.
 */
public final class PictureSpacing {
  private static final Duration CLOSE = Duration.ofSeconds(2);
  private static final Duration APART = Duration.ofSeconds(10);
  private static final int STOCK = 30;
  private static final int SHARE = 8;

  private Instant start;
  private int taken;

  /** How soon the next picture may follow this one. */
  public KnownPicture after(Picture picture) {
    Instant seenAt = picture.seenAt();
    if (start == null) {
      start = seenAt;
    }
    taken++;
    Instant detail = seenAt.plus(apart(seenAt));
    Instant change = taken <= STOCK ? seenAt.plus(CLOSE) : detail;
    return new KnownPicture(picture.outline(), picture.digest(), change, detail);
  }

  private Duration apart(Instant seenAt) {
    Duration share = Duration.between(start, seenAt).dividedBy(SHARE);
    return share.compareTo(APART) > 0 ? share : APART;
  }
}
