package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.approval.ApprovalGate;
import dev.slipway.workflows.approval.ApprovalPolicy;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.flow.FlowState;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.WorkflowClock;
import java.time.Instant;
import java.util.function.Supplier;

/** Gets a plan agreed to: by a person, or by a request that requires nobody. */
final class Consent {
  private final ProgressBoard board;
  private final ApprovalGate gate;
  private final FlowLine line;

  Consent(ProgressBoard board, ApprovalGate gate, FlowLine line) {
    this.board = board;
    this.gate = gate;
    this.line = line;
  }

  FlowLine line() {
    return line;
  }

  /** Asks until a decision stands for what is seen after it. */
  Agreement by(Attempts attempts, FlowState<?> state, Plan first, Supplier<Plan> look) {
    ApprovalPolicy policy = state.request().approval();
    Plan plan = first;
    Instant deadline = state.decideBy();
    while (true) {
      Decision given = attempts.at(new AwaitDecision(line, gate, board, policy, deadline), plan);
      Plan again = look.get();
      if (again.digest().equals(plan.digest())) {
        return new Agreement(again, given);
      }
      board.note(
          "The world changed after the decision of "
              + given.approver()
              + "; decide on the new plan");
      plan = again;
      deadline = WorkflowClock.now().plus(policy.deadline());
    }
  }

  Agreement unasked(Plan plan) {
    board.notRequired(line);
    return new Agreement(plan, null);
  }

  /** Publishes what was agreed to, so that a later answer is told so. */
  void settled(FlowState<?> state) {
    gate.settled(state.agreement(), state.request().approval());
  }
}
