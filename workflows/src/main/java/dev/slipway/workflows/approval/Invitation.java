package dev.slipway.workflows.approval;

import static dev.slipway.workflows.page.Markdown.code;
import static dev.slipway.workflows.page.Markdown.plain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.slipway.workflows.page.Markdown;
import dev.slipway.workflows.page.SignalCommand;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Markdown that shows a plan, and what to answer: one page to decide from. */
final class Invitation {
  // What is lost comes first; an action that this build does not know follows under its own name.
  private static final List<String> ACTIONS =
      List.of("DELETE", "ADOPT", "CHANGE", "CREATE", "LEAVE");

  private Invitation() {}

  static String to(Plan plan, ApprovalPolicy policy) {
    String answer = answer(plan, policy);
    Markdown page =
        new Markdown()
            .paragraph("**Decide:** send signal `approve` or `reject` with")
            .copied(answer)
            .paragraph("or in a terminal:")
            .copied(SignalCommand.of("approve", answer))
            .list("Warnings", plan.warnings().stream().map(Invitation::warning).toList())
            .list("It rests on", plan.facts().stream().map(Invitation::fact).toList());
    byAction(plan).forEach((action, lines) -> page.list(heading(action, lines), lines));
    return page.toString();
  }

  private static String warning(Finding warning) {
    return "⚠ " + plain(warning.toString());
  }

  private static String fact(Fact fact) {
    return plain(fact.name()) + ": " + code(fact.value());
  }

  private static Map<String, List<String>> byAction(Plan plan) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    ACTIONS.forEach(action -> lines.put(action, new ArrayList<>()));
    plan.changes()
        .forEach(
            change ->
                lines
                    .computeIfAbsent(change.action(), added -> new ArrayList<>())
                    .add(line(change)));
    return lines;
  }

  private static String heading(String action, List<String> lines) {
    return "It would %s (%d)".formatted(plain(action.toLowerCase(Locale.ROOT)), lines.size());
  }

  private static String line(Change change) {
    String object = code(change.object());
    return change.detail() == null ? object : object + ": " + plain(change.detail());
  }

  private static String answer(Plan plan, ApprovalPolicy policy) {
    String name = policy.approvers().isEmpty() ? "YOUR NAME" : policy.approvers().get(0);
    return JsonNodeFactory.instance
        .objectNode()
        .put("approver", name)
        .put("planDigest", plan.shortDigest())
        .toString();
  }
}
