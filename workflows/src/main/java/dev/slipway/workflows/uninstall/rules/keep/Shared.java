package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.uninstall.plan.Kept;
import java.util.Optional;

/** What an Application that stays has among its resources stays. */
final class Shared implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    return holding
        .tiedTo(Sort.SHARED_WITH)
        .flatMap(user -> fates.world().find(user).stream())
        .filter(user -> !fates.goes(user))
        .findFirst()
        .flatMap(
            user ->
                KeepRule.because(holding, user.subject() + ", which stays, has it as well", null));
  }
}
