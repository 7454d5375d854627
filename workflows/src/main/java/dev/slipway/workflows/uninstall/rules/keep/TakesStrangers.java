package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.uninstall.plan.Kept;
import java.util.Optional;

/** A deletion that would take a stranger's thing along, and cannot be kept from it, is refused. */
final class TakesStrangers implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    return fates
        .world()
        .behind(holding)
        .filter(fates::isForeign)
        .findFirst()
        .flatMap(
            stranger ->
                KeepRule.because(
                    holding,
                    "it would take along "
                        + stranger.subject()
                        + ", which is not the installation's",
                    null));
  }
}
