package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.approval.ApprovalGate;
import dev.slipway.workflows.approval.ApprovalPolicy;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.ProgressBoard;
import java.time.Instant;

/** Puts a plan up and waits until somebody has agreed to it. */
record AwaitDecision(
    FlowLine line, ApprovalGate gate, ProgressBoard board, ApprovalPolicy policy, Instant deadline)
    implements FlowStep<Plan, Decision> {

  @Override
  public Decision run(Plan plan) {
    Decision decision = gate.decisionOn(plan, policy, deadline);
    board.says(line, "approved by " + decision.approver());
    return decision;
  }
}
