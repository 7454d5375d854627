package dev.slipway.workflows.approval;

import dev.slipway.workflows.answers.Refusal;
import dev.slipway.workflows.answers.Refusal.Reason;
import dev.slipway.workflows.plan.Plan;
import java.time.Instant;
import java.util.Optional;

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

  /** A decision that was given before this ballot was made. */
  void restore(Decision earlier) {
    decision = earlier;
  }

  Decision take(Answer answer, Instant now) {
    decision = answer.on(plan, now);
    return decision;
  }

  /** Empty where the answer can be taken. */
  Optional<Refusal> refusal(Answer answer) {
    if (!policy.required()) {
      return refused(Reason.NOT_REQUIRED, "this run requires no approval");
    }
    if (decision != null) {
      return refused(
          Reason.ALREADY_DECIDED, decision.approver() + " decided first: " + decision.verdict());
    }
    if (!policy.allows(answer.approver())) {
      return refused(
          Reason.NOT_AN_APPROVER,
          "%s is not on the list: %s"
              .formatted(answer.approver(), String.join(", ", policy.approvers())));
    }
    if (answer.planDigest() != null && !plan.hasDigest(answer.planDigest())) {
      return refused(
          Reason.WRONG_DIGEST,
          "%s is not the digest of the plan %s".formatted(answer.planDigest(), plan.digest()));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refused(Reason reason, String message) {
    return Optional.of(new Refusal(reason, message));
  }
}
