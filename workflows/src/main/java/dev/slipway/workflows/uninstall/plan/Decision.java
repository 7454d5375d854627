package dev.slipway.workflows.uninstall.plan;

import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A removal's plan as a person is asked about it. */
final class Decision {
  private static final int SHOWN = 5;

  private Decision() {}

  static Plan of(RemovalPlan plan) {
    return new Plan(plan.cluster(), facts(plan), changes(plan), plan.warnings(), plan.digest());
  }

  private static List<Fact> facts(RemovalPlan plan) {
    List<Removal> removals =
        plan.waves().stream().flatMap(wave -> wave.removals().stream()).toList();
    return List.of(
        new Fact("waves", String.valueOf(plan.waves().size())),
        new Fact("deleted", String.valueOf(removals.size())),
        new Fact(
            "taken along",
            String.valueOf(removals.stream().mapToInt(it -> it.drags().size()).sum())),
        new Fact("kept", String.valueOf(plan.kept().size())),
        new Fact("not looked at", String.valueOf(plan.unread())));
  }

  private static List<Change> changes(RemovalPlan plan) {
    return Stream.concat(
            plan.waves().stream()
                .flatMap(wave -> wave.removals().stream().map(it -> deleted(wave, it))),
            plan.kept().stream().map(Decision::left))
        .toList();
  }

  private static Change deleted(Wave wave, Removal removal) {
    String detail = "%s: %s%s".formatted(wave.title(), removal.how(), along(removal.drags()));
    return Change.of(Action.DELETE, removal.subject().toString(), detail);
  }

  private static Change left(Kept kept) {
    String goesBy = kept.field() == null ? "" : " (goes by %s)".formatted(kept.field());
    return Change.of(Action.LEAVE, kept.subject().toString(), kept.reason() + goesBy);
  }

  private static String along(List<Subject> drags) {
    if (drags.isEmpty()) {
      return "";
    }
    String named =
        drags.stream().limit(SHOWN).map(Subject::toString).collect(Collectors.joining(", "));
    String more = drags.size() > SHOWN ? " and %d more".formatted(drags.size() - SHOWN) : "";
    return "; takes along %d: %s%s".formatted(drags.size(), named, more);
  }
}
