package dev.slipway.workflows.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.answers.Intake;
import dev.slipway.workflows.answers.Refusal;
import dev.slipway.workflows.answers.Refusal.Reason;
import dev.slipway.workflows.approval.Decision.Verdict;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.RunStatus;
import dev.slipway.workflows.progress.WorkflowClock;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Is this wanted? Publishes a plan and waits for the first decision on it. */
public final class ApprovalGate {
  private final ProgressBoard board;
  private final Intake<Answer> intake;
  private Ballot ballot;

  public ApprovalGate(ProgressBoard board) {
    this.board = board;
    intake = new Intake<>(Reason.INVALID_DECISION, this::refusal, board::note);
  }

  /**
   * Puts the plan up and waits.
   *
   * @param deadline the latest moment for a decision
   * @return an approval
   * @throws ApplicationFailure {@link FailureType#REJECTED} or {@link FailureType#DEADLINE_PASSED}
   */
  public Decision decisionOn(Plan plan, ApprovalPolicy policy, Instant deadline) {
    ballot = new Ballot(plan, policy);
    board.invite(Invitation.to(plan, policy));
    board.status(RunStatus.AWAITING_APPROVAL);
    awaitDecision(policy, deadline);
    board.invite("");
    board.status(RunStatus.RUNNING);
    Decision decision = ballot.decision();
    if (decision == null) {
      throw FailureType.DEADLINE_PASSED.failure("nobody decided within " + policy.deadline());
    }
    if (!decision.approves()) {
      throw FailureType.REJECTED.failure(rejection(decision));
    }
    return decision;
  }

  /** Publishes what is settled already: nobody has to decide, or somebody has decided before. */
  public void settled(Agreement agreement, ApprovalPolicy policy) {
    ballot = new Ballot(agreement.plan(), policy);
    ballot.restore(agreement.decision());
  }

  /** The plan that was published last; null before the first. */
  public Plan plan() {
    return ballot == null ? null : ballot.plan();
  }

  /** A signal: an answer that cannot be taken is noted, not lost. */
  public void signal(Verdict verdict, JsonNode input) {
    intake
        .ofSignal(() -> Answer.ofSignal(verdict, input), Answer::approver)
        .ifPresent(this::accept);
  }

  /** Validator of Update {@code decide}: refuses to the caller's face and leaves no event. */
  public void validate(JsonNode input) {
    acceptable(input);
  }

  /** Update {@code decide}, after its validator. */
  public Decision decide(JsonNode input) {
    return accept(acceptable(input));
  }

  private Answer acceptable(JsonNode input) {
    return intake.ofUpdate(() -> Answer.ofUpdate(input));
  }

  private Optional<Refusal> refusal(Answer answer) {
    return ballot == null
        ? Optional.of(new Refusal(Reason.NO_PLAN, "no plan waits for a decision yet"))
        : ballot.refusal(answer);
  }

  private Decision accept(Answer answer) {
    return ballot.take(answer, WorkflowClock.now());
  }

  private static String rejection(Decision decision) {
    String comment = decision.comment() == null ? "" : ": " + decision.comment();
    return "rejected by " + decision.approver() + comment;
  }

  private void awaitDecision(ApprovalPolicy policy, Instant deadline) {
    Duration left = Duration.between(WorkflowClock.now(), deadline);
    Duration untilReminder = left.minus(policy.deadline().minus(policy.reminder()));
    CancellationScope timers =
        Workflow.newCancellationScope(
            () -> {
              Promise<Void> reminder = timer(untilReminder, "Reminder that approval is due");
              Promise<Void> end = timer(left, "Deadline for the approval");
              Workflow.await(() -> isDecided() || reminder.isCompleted());
              if (!isDecided()) {
                board.status(RunStatus.APPROVAL_DUE);
                Workflow.await(() -> isDecided() || end.isCompleted());
              }
            });
    timers.run();
    timers.cancel("decided");
  }

  private boolean isDecided() {
    return ballot.decision() != null;
  }

  private static Promise<Void> timer(Duration duration, String summary) {
    Duration atOnce = Duration.ofMillis(1);
    return Workflow.newTimer(
        duration.compareTo(atOnce) < 0 ? atOnce : duration,
        TimerOptions.newBuilder().setSummary(summary).build());
  }
}
