package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.Optional;

/** Data stays unless it is asked for. */
final class KeptVolumes implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    return isData(holding) && !fates.world().extent().volumes()
        ? KeepRule.because(holding, "it holds data", "volumes")
        : Optional.empty();
  }

  static boolean isData(Holding holding) {
    return Kinds.isClaimOfVolume(holding.subject()) || Kinds.isVolume(holding.subject());
  }
}
