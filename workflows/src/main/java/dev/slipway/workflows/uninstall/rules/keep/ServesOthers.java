package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.Optional;

/** A controller outlives its dependents, and an addon what it needs. */
final class ServesOthers implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    return isPartOfIt(holding)
        ? fates
            .world()
            .addonOf(holding)
            .flatMap(
                addon ->
                    fates
                        .staying()
                        .why(addon)
                        .flatMap(
                            reason ->
                                KeepRule.because(
                                    holding, "addon %s stays: %s".formatted(addon, reason), null)))
        : Optional.empty();
  }

  /** An ApplicationSet would make again what goes, so it goes in any case. */
  private static boolean isPartOfIt(Holding holding) {
    return !holding.subject().isInAws() && !Kinds.isApplicationSet(holding.subject());
  }
}
