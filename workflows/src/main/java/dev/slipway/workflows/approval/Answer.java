package dev.slipway.workflows.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.answers.NotUnderstood;
import dev.slipway.workflows.answers.TypedObject;
import dev.slipway.workflows.approval.Decision.Verdict;
import dev.slipway.workflows.plan.Plan;
import java.time.Instant;
import java.util.List;

/**
 * What a person typed into a signal or an Update, read strictly.
 *
 * @param planDigest null when none was given
 */
record Answer(Verdict verdict, String approver, String comment, String planDigest) {
  private static final String EXAMPLE = "{\"approver\":\"your name\"}";

  /** Reads the one argument of signal {@code approve} or {@code reject}. */
  static Answer ofSignal(Verdict verdict, JsonNode input) throws NotUnderstood {
    List<String> known = List.of("approver", "comment", "planDigest");
    return read(verdict, TypedObject.of(input, EXAMPLE, known));
  }

  /** Reads the one argument of Update {@code decide}. */
  static Answer ofUpdate(JsonNode input) throws NotUnderstood {
    List<String> known = List.of("verdict", "approver", "comment", "planDigest");
    TypedObject typed = TypedObject.of(input, EXAMPLE, known);
    String verdict = typed.oneOf("verdict", List.of("approve", "reject"));
    return read(verdict.equals("approve") ? Verdict.APPROVED : Verdict.REJECTED, typed);
  }

  Decision on(Plan plan, Instant now) {
    return new Decision(verdict.name(), approver, comment, plan.digest(), now);
  }

  private static Answer read(Verdict verdict, TypedObject typed) throws NotUnderstood {
    return new Answer(
        verdict,
        typed.required("approver", "a name"),
        typed.text("comment"),
        typed.text("planDigest"));
  }
}
