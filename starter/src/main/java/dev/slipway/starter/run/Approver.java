package dev.slipway.starter.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunState;
import java.util.Locale;

/**
 * Decides on plans.
 *
 * @param name the name to decide under, a claim
 */
public record Approver(RunClient runs, String name) {

  /**
   * Gives one decision to a run.
   *
   * @param verdict {@code approve} or {@code reject}
   * @param digest of the plan that is meant
   * @param comment null without one
   */
  public Decision decide(RunState run, String verdict, String digest, String comment) {
    ObjectNode decision = JsonNodeFactory.instance.objectNode();
    decision.put("verdict", verdict).put("approver", name).put("planDigest", digest);
    if (comment != null) {
      decision.put("comment", comment);
    }
    return runs.decide(run, decision);
  }

  /** What was decided, for a person. */
  public static String words(Decision decision) {
    return decision.verdict().toLowerCase(Locale.ROOT)
        + " by "
        + decision.approver()
        + ", plan "
        + decision.planDigest().substring(0, Math.min(12, decision.planDigest().length()));
  }
}
