package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.uninstall.plan.Kept;
import java.util.Optional;

/** What stands for something in the cloud stays unless somebody names it. */
final class UnnamedClaims implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    return fates.isRefusedClaim(holding)
        ? KeepRule.because(holding, "it stands for something in the cloud", "liveClaims")
        : Optional.empty();
  }
}
