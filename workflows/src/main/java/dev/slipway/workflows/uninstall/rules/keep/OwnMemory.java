package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.uninstall.plan.Kept;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the manifest says is needed until the last thing is gone. */
final class OwnMemory implements KeepRule {
  private static final Set<String> KINDS = Set.of("ConfigMap", "Lease");
  private static final Pattern NAME = Pattern.compile("slipway(-installation.*)?");

  @Override
  public Optional<Kept> keeps(Holding holding, Fates fates) {
    Subject subject = holding.subject();
    boolean isOwn =
        KINDS.contains(subject.kind())
            && subject.namespace().equals("kube-system")
            && NAME.matcher(subject.name()).matches();
    return isOwn
        ? KeepRule.because(holding, "it remembers what is left, and goes when nothing is", null)
        : Optional.empty();
  }
}
