package dev.slipway.starter.removal;

import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.plan.Removal;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import dev.slipway.workflows.uninstall.plan.Wave;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A removal's plan, as somebody reads it who decides on it. */
final class RemovalText {
  private static final int SHOWN = 3;

  private final RemovalPlan plan;
  private final boolean all;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param all whether everything that goes along is named
   */
  RemovalText(RemovalPlan plan, boolean all) {
    this.plan = plan;
    this.all = all;
  }

  List<String> lines() {
    lines.add("What an uninstall would do on " + plan.cluster());
    if (plan.waves().isEmpty()) {
      lines.add("Nothing goes");
    }
    int number = 1;
    for (Wave wave : plan.waves()) {
      lines.add(number++ + ". " + wave.title());
      wave.removals().forEach(this::add);
    }
    if (!plan.kept().isEmpty()) {
      lines.add("What stays");
      plan.kept().forEach(kept -> lines.add("  " + words(kept)));
    }
    plan.warnings().forEach(warning -> lines.add("⚠ " + warning));
    plan.blockers().forEach(blocker -> lines.add("✗ " + blocker));
    if (plan.unread() > 0) {
      lines.add("⚠ " + plan.unread() + " lines are unknown; slipway inventory names them");
    }
    lines.add("Digest " + plan.digest());
    return lines;
  }

  private void add(Removal removal) {
    lines.add("  " + removal.subject() + ": " + removal.how());
    List<Subject> drags = removal.drags();
    if (drags.isEmpty()) {
      return;
    }
    int shown = all ? drags.size() : Math.min(SHOWN, drags.size());
    String named =
        drags.stream().limit(shown).map(Subject::toString).collect(Collectors.joining(", "));
    String more = shown < drags.size() ? " and " + (drags.size() - shown) + " more" : "";
    lines.add("    takes along " + named + more);
  }

  private static String words(Kept kept) {
    String asked = kept.field() == null ? "" : " (goes with " + kept.field() + ")";
    return kept.subject() + ": " + kept.reason() + asked;
  }
}
