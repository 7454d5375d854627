package dev.slipway.starter.view;

import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan of whatever workflow, as an approver reads it: nothing is cut off. */
public final class PlanText {
  private PlanText() {}

  public static List<String> of(Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("The plan for " + plan.cluster());
    lines.addAll(facts(plan.facts()));
    lines.add("Changes");
    plan.changes().forEach(change -> lines.add(change(change)));
    plan.warnings().forEach(warning -> lines.add("⚠ " + warning));
    lines.add("Digest " + plan.digest());
    return lines;
  }

  private static List<String> facts(List<Fact> facts) {
    int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    return facts.stream().map(fact -> fact(fact, width)).toList();
  }

  private static String fact(Fact fact, int width) {
    String padding = " ".repeat(width - fact.name().length());
    return "  " + fact.name() + padding + "  " + fact.value();
  }

  private static String change(Change change) {
    String line = "  %-6s %s".formatted(verb(change.action()), change.object());
    boolean bare = change.detail() == null || change.detail().isEmpty();
    return bare ? line : line + ": " + change.detail();
  }

  // Only what is lost for good is shouted.
  private static String verb(String action) {
    return action.equals(Action.DELETE.name()) ? action : action.toLowerCase(Locale.ROOT);
  }
}
