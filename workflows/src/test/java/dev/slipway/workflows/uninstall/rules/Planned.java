package dev.slipway.workflows.uninstall.rules;

import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.plan.Removal;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import dev.slipway.workflows.uninstall.plan.Wave;
import java.util.ArrayList;
import java.util.List;

/** A plan, to ask about in words. */
record Planned(RemovalPlan plan) {

  /** {@code title: subject, subject}. */
  List<String> waves() {
    return plan.waves().stream().map(Planned::words).toList();
  }

  private static String words(Wave wave) {
    return wave.title()
        + " | "
        + String.join(", ", wave.removals().stream().map(it -> it.subject().toString()).toList());
  }

  List<Removal> removals() {
    return plan.waves().stream().flatMap(wave -> wave.removals().stream()).toList();
  }

  Removal removal(String text) {
    return removals().stream()
        .filter(it -> it.subject().toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not removed: " + plan));
  }

  String how(String text) {
    return removal(text).how();
  }

  List<String> drags(String text) {
    return removal(text).drags().stream().map(Subject::toString).toList();
  }

  /** {@code subject: reason (field)}. */
  List<String> kept() {
    return plan.kept().stream().map(Planned::words).toList();
  }

  private static String words(Kept kept) {
    return "%s: %s (%s)".formatted(kept.subject(), kept.reason(), kept.field());
  }

  List<String> warnings() {
    return plan.warnings().stream().map(Finding::toString).toList();
  }

  List<String> blockers() {
    return plan.blockers().stream().map(Finding::toString).toList();
  }

  /** Every subject that goes, by itself or taken along, as often as it does. */
  List<Subject> going() {
    List<Subject> all = new ArrayList<>();
    for (Removal removal : removals()) {
      all.add(removal.subject());
      all.addAll(removal.drags());
    }
    return all;
  }
}
