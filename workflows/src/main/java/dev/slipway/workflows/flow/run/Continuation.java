package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.progress.FlowLine;
import io.temporal.workflow.Workflow;

/** When a run goes on as a new run, with a short history and on the newest code. */
@FunctionalInterface
public interface Continuation {

  /** When Temporal finds the history long. */
  Continuation WHEN_SUGGESTED = line -> Workflow.getInfo().isContinueAsNewSuggested();

  /** Asked after each line; the answer must be the same on replay. */
  boolean isDueAfter(FlowLine line);
}
