package dev.slipway.sandbox.argocd;

import java.time.Duration;
import java.util.Map;

/**
 * How fast the stand-ins are.
 *
 * @param beat the time of one small change
 */
public record Pace(Duration beat) {
  private static final int SLEEP = 60;
  private static final Map<String, Integer> START_UP =
      Map.of("cert-manager", 3, "crossplane", 4, "keycloak", 7, "crossplane-upbound-providers", 4);

  /** For people to watch. */
  public static Pace watchable() {
    return new Pace(Duration.ofMillis(1_500));
  }

  /** For tests. */
  public static Pace fast() {
    return new Pace(Duration.ofMillis(150));
  }

  Duration beats(int count) {
    return beat.multipliedBy(count);
  }

  /** How long an addon takes once everything that it needs is up. */
  Duration startUp(String addon) {
    return beats(START_UP.getOrDefault(addon, 2));
  }

  /** How long a failed sync sleeps before Argo CD tries again on its own. */
  Duration backOff() {
    return Duration.ofSeconds(SLEEP);
  }
}
