package dev.slipway.workflows.approval;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What somebody decided about a plan.
 *
 * @param verdict a {@link Verdict} by name
 * @param approver the name that was given; a claim, Temporal does not say who called
 * @param comment null where none was given
 * @param planDigest digest of the plan that was decided on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
    String verdict, String approver, String comment, String planDigest, Instant decidedAt) {

  /** Yes or no. */
  public enum Verdict {
    APPROVED,
    REJECTED
  }

  public Decision {
    requireNonNull(verdict, "verdict");
    requireNonNull(approver, "approver");
    requireNonNull(planDigest, "planDigest");
    requireNonNull(decidedAt, "decidedAt");
  }

  boolean approves() {
    return verdict.equals(Verdict.APPROVED.name());
  }
}
