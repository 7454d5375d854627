package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.List;
import java.util.Optional;

/** A definition stays unless asked for, and with custom resources that stay in any case. */
final class Definitions implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    if (!Kinds.isDefinition(holding.subject())) {
      return Optional.empty();
    }
    if (!fates.world().extent().definitions()) {
      return KeepRule.because(holding, "the next install can use it again", "crds");
    }
    List<Holding> resources = fates.world().hangingOn(holding.subject(), Sort.DEFINED_BY);
    Optional<Subject> staying =
        resources.stream()
            .filter(resource -> !fates.goes(resource))
            .map(Holding::subject)
            .findFirst();
    if (staying.isPresent()) {
      return KeepRule.because(holding, staying.get() + " of it stays", null);
    }
    return unlisted(holding, resources)
        ? KeepRule.because(holding, "it has custom resources that are not ours", null)
        : Optional.empty();
  }

  private static boolean unlisted(Holding holding, List<Holding> resources) {
    return Kinds.count(holding, "custom resources") > resources.size();
  }
}
