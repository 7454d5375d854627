package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.Optional;

/** A namespace or a definition that was there before the first install may serve others. */
final class ThereBefore implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    return wasThere(holding)
        ? KeepRule.because(holding, "it was there before the first install", null)
        : Optional.empty();
  }

  private static boolean wasThere(Holding holding) {
    Origin origin = holding.belonging().origin();
    boolean mayServeOthers =
        Kinds.isNamespace(holding.subject()) || Kinds.isDefinition(holding.subject());
    return origin == Origin.BEFORE || (origin == Origin.TAKEN && mayServeOthers);
  }
}
