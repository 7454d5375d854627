package dev.slipway.workflows.install;

import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.progress.Step;

/** One line of the written flow. */
interface InstallStep<I, O> {
  Step step();

  O run(I input);

  /** The failure's type when the budget ended while the world was still passing. */
  default FailureType onTimeout() {
    return FailureType.STEP_TIMED_OUT;
  }
}
