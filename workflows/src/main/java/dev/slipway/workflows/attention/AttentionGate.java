package dev.slipway.workflows.attention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.answers.Intake;
import dev.slipway.workflows.answers.Patience;
import dev.slipway.workflows.answers.Refusal;
import dev.slipway.workflows.answers.Refusal.Reason;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.progress.Attention;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.WorkflowClock;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What now? Says what a run needs a person for and waits for the first answer. */
public final class AttentionGate {
  private static final Duration REMINDER = Duration.ofDays(1);

  private final ProgressBoard board;
  private final Intake<Reply> intake;
  private OpenAttention open;
  private Resolution last;

  public AttentionGate(ProgressBoard board) {
    this.board = board;
    intake = new Intake<>(Reason.INVALID_ANSWER, this::refusal, board::note);
  }

  /** What was answered before, so that the same answer once more is told so; null for nothing. */
  public void restore(Resolution answered) {
    last = answered;
  }

  /**
   * Parks the run until somebody answers.
   *
   * @throws ApplicationFailure {@link FailureType#ATTENTION_DEADLINE_PASSED}
   */
  public Resolution answerTo(Attention attention) {
    open = new OpenAttention(attention);
    board.parked(attention, Plea.of(attention));
    try {
      awaitAnswer(attention);
      last = open.resolution();
      return last;
    } finally {
      open = null;
      board.answered();
    }
  }

  /** A signal: an answer that cannot be taken is noted, not lost. */
  public void signal(Answer answer, JsonNode input) {
    intake.ofSignal(() -> Reply.ofSignal(answer, input), Reply::name).ifPresent(this::take);
  }

  /** Validator of Update {@code resolve}: refuses to the caller's face and leaves no event. */
  public void validate(JsonNode input) {
    acceptable(input);
  }

  /** Update {@code resolve}, after its validator. */
  public Resolution resolve(JsonNode input) {
    return take(acceptable(input));
  }

  private Reply acceptable(JsonNode input) {
    return intake.ofUpdate(() -> Reply.ofUpdate(input));
  }

  private Optional<Refusal> refusal(Reply reply) {
    if (open != null) {
      return open.refusal(reply);
    }
    return Optional.of(
        last != null && last.attention() == reply.attention()
            ? OpenAttention.alreadyAnswered(last)
            : new Refusal(Reason.NOT_PARKED, "the run waits for nobody's attention"));
  }

  private Resolution take(Reply reply) {
    return open.take(reply, WorkflowClock.now());
  }

  private void awaitAnswer(Attention attention) {
    Instant answerBy = attention.answerBy();
    if (answerBy == null) {
      Workflow.await(open::isAnswered);
      return;
    }
    while (!open.isAnswered()) {
      Duration left = Duration.between(WorkflowClock.now(), answerBy);
      if (left.isNegative() || left.isZero()) {
        throw FailureType.ATTENTION_DEADLINE_PASSED.failure(
            "nobody answered attention %d by %s; %s: %s"
                .formatted(attention.number(), answerBy, attention.failure(), attention.message()));
      }
      Duration pause = left.compareTo(REMINDER) < 0 ? left : REMINDER;
      boolean isLast = pause.equals(left);
      if (!Patience.holdsWithin(pause, "Until somebody is reminded", open::isAnswered) && !isLast) {
        board.remind();
      }
    }
  }
}
