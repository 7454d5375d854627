package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.attention.Resolution;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.flow.StepFailure;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.RunStatus;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The only place that catches a step's failure: names it, shows it, and parks the run or throws it
 * on.
 */
final class Attempts {
  private final ProgressBoard board;
  private final Parking parking;
  private final Announcer announcer;

  Attempts(ProgressBoard board, Parking parking, Announcer announcer) {
    this.board = board;
    this.parking = parking;
    this.announcer = announcer;
  }

  /** Does the step now, whether or not it was done before. */
  <I, O> O at(FlowStep<I, O> step, I given) {
    board.started(step.line());
    O output = unshown(step, given);
    board.finished(step.line());
    return output;
  }

  /**
   * Does the step until it is done, or until a person says that it shall be skipped.
   *
   * @param anew what to do when it shall be tried again; where that comes back, it is tried here
   */
  <I, O> O until(FlowStep<I, O> step, I given, Runnable anew) {
    Predicate<ApplicationFailure> parks = parking::isFor;
    return until(step, given, parks, () -> at(step, given), anew);
  }

  /** Like that, and also waits for a person where the caller's own input is what is wrong. */
  <I, O> O untilMended(FlowStep<I, O> step, I given, Runnable anew) {
    return until(step, given, failure -> parking.isForAny(), () -> at(step, given), anew);
  }

  /** Like that, for what is no line of the flow and shows up only where it fails. */
  <I, O> O untilKnown(FlowStep<I, O> step, I given, Runnable anew) {
    return until(step, given, failure -> parking.isForAny(), () -> unshown(step, given), anew);
  }

  /** Does the whole run. */
  <T> T whole(Supplier<T> work) {
    try {
      T result = work.get();
      board.status(RunStatus.SUCCEEDED);
      announcer.awaitStarted();
      return result;
    } catch (TemporalFailure e) {
      TemporalFailure failure = StepFailure.of(FailureType.STEP_TIMED_OUT, e);
      board.ended(failure);
      announcer.awaitStarted();
      throw failure;
    }
  }

  private <I, O> O until(
      FlowStep<I, O> step,
      I given,
      Predicate<ApplicationFailure> parks,
      Supplier<O> attempt,
      Runnable anew) {
    while (true) {
      try {
        return attempt.get();
      } catch (ApplicationFailure failure) {
        if (!parks.test(failure)) {
          throw failure;
        }
        Optional<O> instead = step.whenSkipped(given);
        Resolution answer = parking.answerTo(step.line(), failure, instead.isPresent());
        if (answer.says(Answer.SKIP)) {
          board.skipped(step.line(), answer.words());
          return instead.orElseThrow();
        }
        anew.run();
      }
    }
  }

  private <I, O> O unshown(FlowStep<I, O> step, I given) {
    try {
      return step.run(given);
    } catch (TemporalFailure e) {
      TemporalFailure failure = StepFailure.of(step.onTimeout(), e);
      board.ended(step.line(), failure);
      throw failure;
    }
  }
}
