package dev.slipway.workflows.uninstall.rules.finding;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.uninstall.plan.Kept;
import java.util.stream.Stream;

/** What would stay, had nobody deleted it already. */
final class LeavingAnyway {
  private LeavingAnyway() {}

  static Stream<Finding> warnings(Findings findings) {
    return findings
        .going()
        .filter(holding -> holding.presence() == Presence.LEAVING)
        .flatMap(
            holding ->
                findings.fates().wouldStay(holding).map(kept -> words(holding, kept)).stream());
  }

  private static Finding words(Holding holding, Kept kept) {
    return new Finding(
        holding.subject().toString(),
        "it would stay (%s), but somebody has deleted it already".formatted(kept.reason()));
  }
}
