package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.Optional;

/** Kept data is lost without the passwords of the addon that wrote it. */
final class DataCredentials implements KeepRule {
  private static final String RELEASE_RECORD = "sh.helm.release.";

  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    boolean isSecret =
        Kinds.isSecret(holding.subject()) && !holding.subject().name().startsWith(RELEASE_RECORD);
    return isSecret
        ? fates
            .credentials()
            .dataOf(holding)
            .flatMap(data -> KeepRule.because(holding, data + " may need it", "volumes"))
        : Optional.empty();
  }
}
