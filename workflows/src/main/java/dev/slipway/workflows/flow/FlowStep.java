package dev.slipway.workflows.flow;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.progress.FlowLine;

/**
 * Does what one line of the flow says.
 *
 * @param <I> just what it needs, never the run's whole state
 * @param <O> what it led to
 */
public interface FlowStep<I, O> {
  FlowLine line();

  O run(I input);

  /** The failure's type when the budget ended while the world was still passing. */
  default FailureType onTimeout() {
    return FailureType.STEP_TIMED_OUT;
  }
}
