package dev.slipway.sandbox.world;

import dev.slipway.standins.argocd.Timing;
import dev.slipway.standins.control.ObjectMeta;
import java.time.Duration;
import java.util.Map;

/**
 * How fast the stand-ins are.
 *
 * @param beat the time of one small change
 */
public record Pace(Duration beat) {
  /** In beats: what is known to be slow is a little slower here, too. */
  private static final Map<String, Integer> START_UP =
      Map.of("cert-manager", 2, "crossplane", 3, "backstage", 2);

  /** Slow in any case: long enough for Slipway to see who waits for it, and to do something. */
  private static final Duration KEYCLOAK = Duration.ofSeconds(8);

  /** For people to watch: a change of the picture every second or so can be followed. */
  public static Pace watchable() {
    return new Pace(Duration.ofSeconds(1));
  }

  /** For tests: long enough to be seen at all by something that looks every 100 ms. */
  public static Pace fast() {
    return new Pace(Duration.ofMillis(150));
  }

  /** How long the pods of a workload take, once they can run. */
  Duration startUp(ObjectMeta workload) {
    if (workload.name().equals("keycloak")) {
      return KEYCLOAK;
    }
    return beat.multipliedBy(START_UP.getOrDefault(workload.name(), 1));
  }

  /** Argo CD's own waits, one beat between waves instead of two seconds. */
  Timing argoCd() {
    Timing real = Timing.real();
    return new Timing(beat, real.comparison(), real.selfHealing());
  }
}
