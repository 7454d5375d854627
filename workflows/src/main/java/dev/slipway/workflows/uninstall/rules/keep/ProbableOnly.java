package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.uninstall.plan.Kept;
import java.util.Optional;

/** What is only probably ours stays unless somebody names it. */
final class ProbableOnly implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    return holding.belonging().is(Ownership.PROBABLY_OURS) && !fates.isCovered(holding)
        ? KeepRule.because(
            holding,
            "it is only probably the installation's: " + holding.belonging().reason(),
            fates.isRefusedClaim(holding) ? "liveClaims" : "alsoRemove")
        : Optional.empty();
  }
}
