package dev.slipway.workflows.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.approval.Decision.Verdict;
import dev.slipway.workflows.approval.Refusal.Reason;
import dev.slipway.workflows.plan.Plan;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/**
 * What a person typed into a signal or an Update, read strictly.
 *
 * @param planDigest null when none was given
 */
record Answer(Verdict verdict, String approver, String comment, String planDigest) {
  private static final List<String> SIGNAL_FIELDS = List.of("approver", "comment", "planDigest");
  private static final String EXAMPLE = "such as {\"approver\":\"your name\"}";

  /** Thrown where what was typed is no answer. */
  static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String message) {
      super(message);
    }

    Refusal refusal() {
      return new Refusal(Reason.INVALID_DECISION, getMessage());
    }
  }

  /** Reads the one argument of signal {@code approve} or {@code reject}. */
  static Answer ofSignal(Verdict verdict, JsonNode input) throws NotUnderstood {
    requireObject(input);
    refuseOthers(input, SIGNAL_FIELDS);
    return read(verdict, input);
  }

  /** Reads the one argument of Update {@code decide}. */
  static Answer ofUpdate(JsonNode input) throws NotUnderstood {
    requireObject(input);
    refuseOthers(input, List.of("verdict", "approver", "comment", "planDigest"));
    String verdict = text(input, "verdict");
    if (verdict == null || !List.of("approve", "reject").contains(verdict)) {
      throw new NotUnderstood("verdict: must be \"approve\" or \"reject\", not " + shown(verdict));
    }
    return read(verdict.equals("approve") ? Verdict.APPROVED : Verdict.REJECTED, input);
  }

  Decision on(Plan plan, Instant now) {
    return new Decision(verdict.name(), approver, comment, plan.digest(), now);
  }

  private static Answer read(Verdict verdict, JsonNode input) throws NotUnderstood {
    String approver = text(input, "approver");
    if (approver == null || approver.isBlank()) {
      throw new NotUnderstood("approver: is missing; give a name, " + EXAMPLE);
    }
    return new Answer(verdict, approver.strip(), text(input, "comment"), text(input, "planDigest"));
  }

  private static void requireObject(JsonNode input) throws NotUnderstood {
    if (input == null || !input.isObject()) {
      throw new NotUnderstood("the input must be one JSON object, " + EXAMPLE);
    }
  }

  private static void refuseOthers(JsonNode input, List<String> known) throws NotUnderstood {
    for (Iterator<String> names = input.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new NotUnderstood(name + ": is unknown; known are " + String.join(", ", known));
      }
    }
  }

  private static String text(JsonNode input, String field) throws NotUnderstood {
    JsonNode value = input.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new NotUnderstood(field + ": must be a string, not " + value);
    }
    return value.textValue();
  }

  private static String shown(String value) {
    return value == null ? "nothing" : "\"" + value + "\"";
  }
}
