package dev.slipway.workflows.uninstall.rules;

import dev.slipway.workflows.inventory.Finalizer;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.uninstall.plan.Extent.Secrets;
import dev.slipway.workflows.uninstall.rules.order.Place;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.List;
import java.util.stream.Collectors;

/** How a thing is deleted, in words of the plan. */
final class Words {
  private static final int SHOWN = 3;
  private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

  private final Cascade cascade;
  private final Secrets secrets;

  Words(Cascade cascade, Secrets secrets) {
    this.cascade = cascade;
    this.secrets = secrets;
  }

  String how(Holding holding, Place place) {
    Subject subject = holding.subject();
    if (holding.presence() == Presence.LEAVING) {
      return "awaited: somebody has deleted it already";
    }
    if (Kinds.isSecretOfAws(subject)) {
      return secrets.recoveryDays() == 0
          ? "at once and for good"
          : "AWS can give it back for %d days".formatted(secrets.recoveryDays());
    }
    if (Kinds.isRelease(subject)) {
      return "its records are dropped, nothing is uninstalled";
    }
    if (Kinds.isApplication(subject)) {
      return application(holding, place);
    }
    return cascade.orphans(holding, place) ? "what it owns stays behind" : "by itself";
  }

  private String application(Holding holding, Place place) {
    if (!cascade.isCascading(holding)) {
      return "without cascade: what it deployed stays behind";
    }
    String first = hasFinalizer(holding) ? "" : ", which is put on first";
    List<Subject> spared = cascade.spared(holding, place);
    String kept = spared.isEmpty() ? "" : "; spared by Delete=false first: " + names(spared);
    return "through Argo CD's finalizer" + first + kept;
  }

  private static boolean hasFinalizer(Holding holding) {
    return holding.finalizers().stream()
        .map(Finalizer::name)
        .anyMatch(name -> name.startsWith(FINALIZER));
  }

  static String names(List<Subject> subjects) {
    String named =
        subjects.stream().limit(SHOWN).map(Subject::toString).collect(Collectors.joining(", "));
    return subjects.size() > SHOWN
        ? "%s and %d more".formatted(named, subjects.size() - SHOWN)
        : named;
  }
}
