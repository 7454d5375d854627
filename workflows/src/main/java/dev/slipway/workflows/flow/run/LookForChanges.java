package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.flow.Planning;
import dev.slipway.workflows.progress.FlowLine;

/** Finds out, after a pause, whether what was agreed to is still what would be done. */
record LookForChanges<I>(Planning<I, ?> planning) implements FlowStep<I, Boolean> {

  @Override
  public FlowLine line() {
    return planning.line();
  }

  @Override
  public Boolean run(I fixed) {
    return planning.isOutdated(fixed);
  }
}
