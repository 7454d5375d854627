package dev.slipway.standins.argocd;

import java.time.Duration;

/**
 * How long Argo CD waits on its own account.
 *
 * @param wave between two waves of one operation
 * @param comparison until an Application is compared again without a reason
 * @param selfHealing until a change by somebody else is taken back
 */
public record Timing(Duration wave, Duration comparison, Duration selfHealing) {

  /** As Argo CD does, unless its configuration says otherwise. */
  public static Timing real() {
    return new Timing(Duration.ofSeconds(2), Duration.ofSeconds(180), Duration.ofSeconds(5));
  }

  /** Without breaks between waves, for tests. */
  public static Timing fast() {
    return new Timing(Duration.ZERO, Duration.ofSeconds(180), Duration.ofSeconds(1));
  }
}
