package dev.slipway.starter.decision;

import dev.slipway.starter.option.Output;
import dev.slipway.starter.option.RunOptions;
import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.run.Approver;
import dev.slipway.starter.run.TemporalConnection;
import dev.slipway.starter.view.PlanText;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.plan.Plan;
import java.util.List;

/** What approve and reject have in common: gives one decision to a run. */
final class DecisionCommand {
  private final Surroundings surroundings;
  private final Output output;

  DecisionCommand(Surroundings surroundings, Output output) {
    this.surroundings = surroundings;
    this.output = output;
  }

  /** The exit code. */
  int decide(String verdict, RunOptions run, DecisionOptions options) {
    String workflowId = run.workflowId(surroundings);
    try (TemporalConnection temporal = TemporalConnection.open(surroundings)) {
      RunClient runs = temporal.runs();
      RunState state = OpenRun.of(runs, workflowId);
      Plan plan = plan(runs, state);
      if (options.digest == null) {
        surroundings.console().action(String.join("\n", PlanText.of(plan)));
      }
      // Sent with the decision, so that it cannot hit a plan that nobody saw.
      String digest = options.digest == null ? plan.digest() : options.digest;
      Approver approver = new Approver(runs, options.name);
      Decision taken = approver.decide(state, verdict, digest, options.comment);
      surroundings.console().success(Approver.words(taken));
      output.print(surroundings, taken, List::of);
    }
    return ExitCode.OK.code();
  }

  private static Plan plan(RunClient runs, RunState state) {
    return runs.plan(state)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.REFUSED,
                    "There is no plan yet; look with: slipway watch -w " + state.workflowId()));
  }
}
