package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.Optional;

/** The secrets in AWS stay unless they are asked for. */
final class KeptSecrets implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    return Kinds.isSecretOfAws(holding.subject()) && !fates.world().extent().secrets().deleted()
        ? KeepRule.because(holding, "the next install can use it again", "secrets")
        : Optional.empty();
  }
}
