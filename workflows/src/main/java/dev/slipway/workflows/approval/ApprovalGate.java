package dev.slipway.workflows.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.approval.Answer.NotUnderstood;
import dev.slipway.workflows.approval.Decision.Verdict;
import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.RunStatus;
import dev.slipway.workflows.progress.Step;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Is this wanted? Publishes a plan and waits for the first decision on it. */
public final class ApprovalGate {
  private final ProgressBoard board;
  private Ballot ballot;

  public ApprovalGate(ProgressBoard board) {
    this.board = board;
  }

  /**
   * Looks at the world until a decision stands for what is seen after it.
   *
   * @param look makes a plan of the world as it is now
   * @throws ApplicationFailure {@link FailureType#REJECTED} or {@link FailureType#DEADLINE_PASSED}
   */
  public Agreement agreeOn(ApprovalPolicy policy, Supplier<Plan> look) {
    Plan seen = look.get();
    if (!policy.required()) {
      ballot = new Ballot(seen, policy);
      board.note("No approval was required");
      return new Agreement(seen, null);
    }
    while (true) {
      Decision given = decide(seen, policy);
      Plan again = look.get();
      if (again.digest().equals(seen.digest())) {
        return new Agreement(again, given);
      }
      board.note(
          "The world changed after the decision of "
              + given.approver()
              + "; decide on the new plan");
      seen = again;
    }
  }

  /** The plan that was published last; null before the first. */
  public Plan plan() {
    return ballot == null ? null : ballot.plan();
  }

  /** A signal: an answer that cannot be taken is noted, not lost. */
  public void signal(Verdict verdict, JsonNode input) {
    try {
      Answer answer = Answer.ofSignal(verdict, input);
      String refusal = refusal(answer);
      if (refusal == null) {
        accept(answer);
        return;
      }
      board.note("Ignored a signal of " + answer.approver() + ": " + refusal);
    } catch (NotUnderstood e) {
      board.note("Ignored a signal: " + e.getMessage());
    }
  }

  /** Validator of Update {@code decide}: refuses to the caller's face and leaves no event. */
  public void validate(JsonNode input) {
    try {
      String refusal = refusal(Answer.ofUpdate(input));
      if (refusal != null) {
        throw refused(refusal);
      }
    } catch (NotUnderstood e) {
      throw refused(e.getMessage());
    }
  }

  /** Update {@code decide}, after its validator. */
  public Decision decide(JsonNode input) {
    try {
      Answer answer = Answer.ofUpdate(input);
      String refusal = refusal(answer);
      if (refusal != null) {
        throw refused(refusal);
      }
      return accept(answer);
    } catch (NotUnderstood e) {
      throw refused(e.getMessage());
    }
  }

  private Decision accept(Answer answer) {
    return ballot.take(answer, Instant.ofEpochMilli(Workflow.currentTimeMillis()));
  }

  private String refusal(Answer answer) {
    return ballot == null ? "NO_PLAN: no plan waits for a decision yet" : ballot.refusal(answer);
  }

  private Decision decide(Plan plan, ApprovalPolicy policy) {
    ballot = new Ballot(plan, policy);
    board.started(Step.APPROVAL);
    board.status(RunStatus.AWAITING_APPROVAL);
    board.invite(Invitation.to(plan, policy));
    awaitDecision(policy);
    board.invite("");
    Decision decision = ballot.decision();
    if (decision == null) {
      throw failed(FailureType.DEADLINE_PASSED, "nobody decided within " + policy.deadline());
    }
    if (!decision.isApproval()) {
      throw failed(FailureType.REJECTED, rejection(decision));
    }
    board.says(Step.APPROVAL, "approved by " + decision.approver());
    board.finished(Step.APPROVAL);
    board.status(RunStatus.RUNNING);
    return decision;
  }

  private static String rejection(Decision decision) {
    String comment = decision.comment() == null ? "" : ": " + decision.comment();
    return "rejected by " + decision.approver() + comment;
  }

  private void awaitDecision(ApprovalPolicy policy) {
    CancellationScope timers =
        Workflow.newCancellationScope(
            () -> {
              Promise<Void> reminder = timer(policy.reminder(), "Reminder that approval is due");
              Promise<Void> deadline = timer(policy.deadline(), "Deadline for the approval");
              Workflow.await(() -> isDecided() || reminder.isCompleted());
              if (!isDecided()) {
                board.status(RunStatus.APPROVAL_DUE);
                Workflow.await(() -> isDecided() || deadline.isCompleted());
              }
            });
    timers.run();
    timers.cancel("decided");
  }

  private boolean isDecided() {
    return ballot.decision() != null;
  }

  private static Promise<Void> timer(Duration duration, String summary) {
    return Workflow.newTimer(duration, TimerOptions.newBuilder().setSummary(summary).build());
  }

  private ApplicationFailure failed(FailureType type, String message) {
    board.failed(Step.APPROVAL, message);
    return type.failure(message);
  }

  private static ApplicationFailure refused(String message) {
    return ApplicationFailure.newNonRetryableFailure(message, FailureType.INVALID_REQUEST.name());
  }
}
