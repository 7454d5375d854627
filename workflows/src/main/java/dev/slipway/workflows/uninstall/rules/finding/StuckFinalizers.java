package dev.slipway.workflows.uninstall.rules.finding;

import dev.slipway.workflows.inventory.Finalizer;
import dev.slipway.workflows.inventory.Finalizer.Service;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.plan.Finding;
import java.util.stream.Stream;

/** What goes would wait for somebody who does not work. */
final class StuckFinalizers {
  private StuckFinalizers() {}

  static Stream<Finding> warnings(Findings findings) {
    return findings.going().flatMap(StuckFinalizers::warnings);
  }

  private static Stream<Finding> warnings(Holding holding) {
    return holding.finalizers().stream()
        .filter(finalizer -> finalizer.service() != Service.RUNNING)
        .map(finalizer -> new Finding(holding.subject().toString(), words(finalizer)));
  }

  private static String words(Finalizer finalizer) {
    return "finalizer %s (%s): %s".formatted(finalizer.name(), tier(finalizer), who(finalizer));
  }

  private static String tier(Finalizer finalizer) {
    return switch (finalizer.tier()) {
      case CLOUD -> "protects something in the cloud";
      case CLUSTER -> "concerns only the cluster";
      case UNKNOWN -> "nobody knows what it protects";
    };
  }

  private static String who(Finalizer finalizer) {
    if (finalizer.controller().isEmpty()) {
      return "nobody is known to serve it";
    }
    return finalizer.service() == Service.NOT_RUNNING
        ? finalizer.controller() + " does not run"
        : "it is not known whether " + finalizer.controller() + " runs";
  }
}
