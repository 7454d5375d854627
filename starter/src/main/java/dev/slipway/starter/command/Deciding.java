package dev.slipway.starter.command;

import dev.slipway.starter.CommandFailure;
import dev.slipway.starter.ExitCode;
import dev.slipway.starter.Surroundings;
import dev.slipway.starter.run.Approvals;
import dev.slipway.starter.run.RunState;
import dev.slipway.starter.run.Runs;
import dev.slipway.starter.view.PlanText;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.approval.Plan;
import java.util.List;

/** Gives one decision to a run. */
final class Deciding {
  private final Surroundings surroundings;
  private final Output output;

  Deciding(Surroundings surroundings, Output output) {
    this.surroundings = surroundings;
    this.output = output;
  }

  /** The exit code. */
  int decide(String verdict, RunOptions run, DecisionOptions options) {
    String workflowId = run.workflowId(surroundings);
    try (Runs runs = Runs.connect(surroundings)) {
      RunState state = openRun(runs, workflowId);
      Plan plan = plan(runs, state);
      if (options.digest == null) {
        surroundings.console().action(String.join("\n", PlanText.of(plan)));
      }
      // Sent with the decision, so that it cannot hit a plan that nobody saw.
      String digest = options.digest == null ? plan.digest() : options.digest;
      Approvals approvals = new Approvals(runs, surroundings, options.name, false);
      Decision taken = runs.decide(state, approvals.decision(verdict, digest, options.comment));
      surroundings.console().success(Approvals.words(taken));
      output.print(surroundings, taken, List::of);
    }
    return ExitCode.OK.code();
  }

  private static RunState openRun(Runs runs, String workflowId) {
    RunState state = runs.describe(workflowId);
    if (!state.isOpen()) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "The run has ended (" + state.status() + "); nothing is left to decide: " + workflowId);
    }
    return state;
  }

  private static Plan plan(Runs runs, RunState state) {
    return runs.plan(state)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.REFUSED,
                    "There is no plan yet; look with: slipway watch -w " + state.workflowId()));
  }
}
