package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Cleaning;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.List;
import java.util.Optional;

/** What is in AWS goes by the controller that made it; nobody else deletes it. */
final class LeftInCloud implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    if (!Kinds.isOfControllersInAws(holding.subject())) {
      return Optional.empty();
    }
    List<Holding> makers = Cleaning.makersOf(holding, fates.world());
    if (makers.stream().anyMatch(maker -> fates.goes(maker) && Cleaning.cleansUp(maker))) {
      return Optional.empty();
    }
    return KeepRule.because(holding, words(makers, fates), null);
  }

  private static String words(List<Holding> makers, Fates fates) {
    return makers.stream()
        .filter(maker -> !fates.goes(maker))
        .findFirst()
        .map(maker -> maker.subject() + ", which it is there for, stays")
        .or(() -> makers.stream().findFirst().map(Cleaning::whyNot))
        .orElse("nothing in the cluster is known to clean it up");
  }
}
