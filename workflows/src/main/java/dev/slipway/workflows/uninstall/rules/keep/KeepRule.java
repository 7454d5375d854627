package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.uninstall.plan.Kept;
import java.util.Optional;

/** One reason to leave a thing where it is. */
@FunctionalInterface
interface KeepRule {

  /** Asked again and again until nothing more stays: a later look may keep more, never less. */
  Optional<Kept> keeps(Holding holding, Fates fates);

  static Optional<Kept> because(Holding holding, String reason, String field) {
    return Optional.of(new Kept(holding.subject(), reason, field));
  }
}
