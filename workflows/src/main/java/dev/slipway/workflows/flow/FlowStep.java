package dev.slipway.workflows.flow;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.progress.FlowLine;
import java.util.Optional;

/**
 * Does what one line of the flow says.
 *
 * @param <I> just what it needs, never the run's whole state
 * @param <O> what it led to
 */
public interface FlowStep<I, O> {
  FlowLine line();

  O run(I input);

  /**
   * Whether this run has the step. One that is added while runs are under way asks Temporal: {@code
   * Workflow.getVersion("…", Workflow.DEFAULT_VERSION, 1) > 0}. A run that had come past its place
   * goes on without it, and replays; the next run of a chain that had come past it does it late.
   */
  default boolean isPartOfThisRun() {
    return true;
  }

  /**
   * What the run goes on with where a person says that it shall do without the step; empty where it
   * cannot. Asked when the step has failed; does nothing.
   */
  default Optional<O> whenSkipped(I input) {
    return Optional.empty();
  }

  /** The failure's type when the budget ended while the world was still passing. */
  default FailureType onTimeout() {
    return FailureType.STEP_TIMED_OUT;
  }
}
