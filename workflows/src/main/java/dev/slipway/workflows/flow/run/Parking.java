package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.attention.AttentionGate;
import dev.slipway.workflows.attention.AttentionPolicy;
import dev.slipway.workflows.attention.Resolution;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.failure.FailureType.Family;
import dev.slipway.workflows.progress.Attention;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.WorkflowClock;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets a run wait for a person where a step needs one, and remembers what was answered. */
final class Parking {
  // More than a person gives, and the run's state carries them along.
  private static final int ANSWERS = 50;

  private final ProgressBoard board;
  private final AttentionGate gate;
  private final List<Resolution> answers = new ArrayList<>();
  private AttentionPolicy policy = AttentionPolicy.FAIL;

  Parking(ProgressBoard board, AttentionGate gate) {
    this.board = board;
    this.gate = gate;
  }

  /** Begins, or goes on after what was answered to an earlier run of the chain. */
  void begin(AttentionPolicy chosen, List<Resolution> earlier) {
    policy = chosen;
    answers.addAll(earlier);
    gate.restore(last());
  }

  /** What was answered so far, newest last. */
  List<Resolution> answers() {
    return List.copyOf(answers);
  }

  /** Whether a person can do something about it, and the run waits for one. */
  boolean isFor(ApplicationFailure failure) {
    return policy.parks()
        && FailureType.of(failure.getType())
            .filter(type -> type.family() == Family.NEEDS_A_PERSON)
            .isPresent();
  }

  /** Whether the run waits even for what would otherwise be the end of it. */
  boolean isForAny() {
    return policy.parks();
  }

  /**
   * Parks.
   *
   * @return that the step be tried again, or skipped
   * @throws ApplicationFailure {@link FailureType#ABORTED}, {@link
   *     FailureType#ATTENTION_DEADLINE_PASSED}
   */
  Resolution answerTo(FlowLine line, ApplicationFailure failure, boolean skippable) {
    Attention attention = attention(line, failure, skippable);
    Resolution answer = gate.answerTo(attention);
    keep(answer);
    if (answer.says(Answer.ABORT)) {
      throw FailureType.ABORTED.failure(
          "%s; attention %d, %s: %s"
              .formatted(
                  answer.words(), attention.number(), attention.failure(), attention.message()));
    }
    board.resumed("Attention %d: %s".formatted(attention.number(), answer.words()));
    return answer;
  }

  private Attention attention(FlowLine line, ApplicationFailure failure, boolean skippable) {
    Instant now = WorkflowClock.now();
    long before = answers.stream().filter(answer -> answer.step().equals(line.name())).count();
    return new Attention(
        last() == null ? 1 : last().attention() + 1,
        line.name(),
        line.title(),
        failure.getType(),
        failure.getOriginalMessage(),
        now,
        (int) before + 1,
        skippable,
        policy.within() == null ? null : now.plus(policy.within()));
  }

  private void keep(Resolution answer) {
    answers.add(answer);
    if (answers.size() > ANSWERS) {
      answers.remove(0);
    }
  }

  private Resolution last() {
    return answers.isEmpty() ? null : answers.get(answers.size() - 1);
  }
}
