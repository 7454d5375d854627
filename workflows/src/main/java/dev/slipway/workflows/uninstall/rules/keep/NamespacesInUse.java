package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A namespace takes along all that lies in it, strangers too: with one of them it stays. */
final class NamespacesInUse implements KeepRule {
  private static final int SHOWN = 3;

  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    if (!Kinds.isNamespace(holding.subject())) {
      return Optional.empty();
    }
    List<Holding> held = fates.world().in(holding.subject().name());
    List<Subject> staying =
        held.stream()
            .filter(other -> !fates.goes(other))
            .map(Holding::subject)
            .filter(subject -> !Kinds.isMadeAnew(subject))
            .toList();
    if (!staying.isEmpty()) {
      return KeepRule.because(holding, words(staying), null);
    }
    return hasUnlisted(holding, held)
        ? KeepRule.because(holding, "something in it is not the installation's", null)
        : Optional.empty();
  }

  private static boolean hasUnlisted(Holding namespace, List<Holding> held) {
    long strangers = held.stream().filter(it -> it.belonging().is(Ownership.NOT_OURS)).count();
    return Kinds.count(namespace, "not ours in it") > strangers;
  }

  private static String words(List<Subject> staying) {
    String named =
        staying.stream().limit(SHOWN).map(Subject::toString).collect(Collectors.joining(", "));
    return staying.size() > SHOWN
        ? "%s and %d more in it stay".formatted(named, staying.size() - SHOWN)
        : "what stays in it: " + named;
  }
}
