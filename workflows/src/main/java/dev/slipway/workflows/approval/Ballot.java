package dev.slipway.workflows.approval;

import java.time.Instant;

/** One plan, who may decide on it, and the first decision that counts. */
final class Ballot {
  private final Plan plan;
  private final ApprovalPolicy policy;
  private Decision decision;

  Ballot(Plan plan, ApprovalPolicy policy) {
    this.plan = plan;
    this.policy = policy;
  }

  Plan plan() {
    return plan;
  }

  /** Null until somebody has decided. */
  Decision decision() {
    return decision;
  }

  Decision take(Answer answer, Instant now) {
    decision = answer.on(plan, now);
    return decision;
  }

  /** Why an answer cannot be taken, beginning with a code; null where it can. */
  String refusal(Answer answer) {
    if (!policy.required()) {
      return "NO_PLAN: this run requires no approval";
    }
    if (decision != null) {
      return "ALREADY_DECIDED: " + decision.approver() + " decided first: " + decision.verdict();
    }
    if (!policy.allows(answer.approver())) {
      return "NOT_AN_APPROVER: %s is not on the list: %s"
          .formatted(answer.approver(), String.join(", ", policy.approvers()));
    }
    if (answer.planDigest() != null && !plan.hasDigest(answer.planDigest())) {
      return "WRONG_DIGEST: %s is not the digest of the plan %s"
          .formatted(answer.planDigest(), plan.digest());
    }
    return null;
  }
}
