package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.Optional;

/** What Kubernetes makes again at once goes with its namespace, or not at all. */
final class MadeAnew implements KeepRule {
  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    return Kinds.isMadeAnew(holding.subject()) && !namespaceGoes(holding.subject(), fates)
        ? KeepRule.because(holding, "its namespace stays, and Kubernetes makes it again", null)
        : Optional.empty();
  }

  private static boolean namespaceGoes(Subject subject, Fates fates) {
    return fates
        .world()
        .find(new Subject("", "Namespace", "", subject.namespace()))
        .filter(fates::goes)
        .isPresent();
  }
}
