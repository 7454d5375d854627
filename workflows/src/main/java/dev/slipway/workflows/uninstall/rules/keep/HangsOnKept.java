package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.Optional;
import java.util.stream.Stream;

/** Who stays would make it again, or needs it. */
final class HangsOnKept implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    if (Kinds.isApplicationSet(holding.subject())) {
      return Optional.empty();
    }
    return Stream.of(Sort.OWNED_BY, Sort.TRACKED_BY)
        .flatMap(holding::tiedTo)
        .flatMap(maker -> fates.world().find(maker).stream())
        .filter(maker -> fates.stays(maker))
        .findFirst()
        .flatMap(maker -> KeepRule.because(holding, words(maker), field(maker, fates)));
  }

  private static String words(Holding maker) {
    return maker.subject() + ", which it belongs to, stays";
  }

  private static String field(Holding maker, Fates fates) {
    return fates.keptAs(maker.subject()).map(Kept::field).orElse(null);
  }
}
