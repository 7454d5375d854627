package dev.slipway.starter.decision;

import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunState;

/** The newest run under an ID, where there is still something to tell it. */
final class OpenRun {
  private OpenRun() {}

  static RunState of(RunClient runs, String workflowId) {
    RunState state = runs.describe(workflowId);
    if (!state.isOpen()) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "The run has ended (" + state.status() + "); nothing is left to decide: " + workflowId);
    }
    if (state.isPaused()) {
      throw new CommandFailure(ExitCode.REFUSED, state.pausedWords());
    }
    return state;
  }
}
