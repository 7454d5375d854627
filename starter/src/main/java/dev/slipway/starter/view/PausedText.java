package dev.slipway.starter.view;

import dev.slipway.workflows.people.RunState;

/** That an operator has paused a run with Temporal's own means. */
public final class PausedText {
  private PausedText() {}

  public static String of(RunState run) {
    return RunState.pausedWords(run.workflowId());
  }
}
