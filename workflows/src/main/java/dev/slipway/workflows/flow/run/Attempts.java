package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.RunStatus;
import io.temporal.failure.TemporalFailure;
import java.util.function.Supplier;

/** The only place that catches a step's failure: names it, shows it, and throws it on. */
final class Attempts {
  private final ProgressBoard board;

  Attempts(ProgressBoard board) {
    this.board = board;
  }

  /** Does the step now, whether or not it was done before. */
  <I, O> O at(FlowStep<I, O> step, I given) {
    board.started(step.line());
    try {
      O output = step.run(given);
      board.finished(step.line());
      return output;
    } catch (TemporalFailure e) {
      TemporalFailure failure = StepFailure.of(step.onTimeout(), e);
      board.ended(step.line(), failure);
      throw failure;
    }
  }

  /** Does the whole run. */
  <T> T whole(Supplier<T> work) {
    try {
      T result = work.get();
      board.status(RunStatus.SUCCEEDED);
      return result;
    } catch (TemporalFailure e) {
      TemporalFailure failure = StepFailure.of(FailureType.STEP_TIMED_OUT, e);
      board.ended(failure);
      throw failure;
    }
  }
}
