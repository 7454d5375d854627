package dev.slipway.activities.externalsecrets;

import java.time.Instant;

/**
 * Asking External Secrets to look again at once: any change of an annotation makes it do so. Its
 * own retries come at doubling distances, up to minutes. Pure.
 */
public final class ForceSync {
  static final String ANNOTATION = "force-sync";

  private ForceSync() {}

  /** The first look and then every one that doubles their number: a bound without a memory. */
  public static boolean isDue(int attempt) {
    return Integer.bitCount(attempt) <= 1;
  }

  /** A value that the annotation has not had. */
  static String value(Instant now) {
    return "slipway-" + now.getEpochSecond();
  }
}
