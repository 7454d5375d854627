package dev.slipway.activities.externalsecrets;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The value of annotation {@code force-sync}: any change of it makes External Secrets look again at
 * once. It is made of what is expected and of when, so that a repeated look asks only once: pure.
 */
final class ForceSync {
  static final String ANNOTATION = "force-sync";

  private static final int EAGER_LOOKS = 30;
  private static final Duration EAGER = Duration.ofMinutes(1);
  private static final Duration PATIENT = Duration.ofMinutes(10);

  private ForceSync() {}

  /**
   * The value to set, empty while it was asked for a short time ago.
   *
   * @param present value of the annotation now; empty without one
   * @param expected digest of what the Secret should hold
   */
  static Optional<String> next(String present, String expected, Instant now, int attempt) {
    long period = (attempt <= EAGER_LOOKS ? EAGER : PATIENT).toSeconds();
    String value = expected + "-" + now.getEpochSecond() / period * period;
    return value.equals(present) ? Optional.empty() : Optional.of(value);
  }
}
