package dev.slipway.starter.decision;

import dev.slipway.starter.option.Output;
import dev.slipway.starter.option.RunOptions;
import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.run.Mender;
import dev.slipway.starter.run.TemporalConnection;
import dev.slipway.starter.view.AttentionText;
import dev.slipway.workflows.attention.Resolution;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.progress.Attention;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers a run that needs attention. */
@Command(
    name = "resolve",
    sortOptions = false,
    description = "Answers a run that is parked because a step needs a person.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway resolve -f config.yaml --retry --reason \"granted, see OPS-12\"",
      "  slipway resolve -w platform/111122223333/eu-west-3/idp --attention 2 --abort",
      "",
      "Without --attention the open one is shown and answered as it is now. Exit code 5",
      "when the run refuses: another number, answered already, not to be skipped."
    })
public final class Resolve implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private RunOptions run;
  @Mixin private ResolveOptions resolve;
  @Mixin private Output output;

  public Resolve(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String workflowId = run.workflowId(surroundings);
    try (TemporalConnection temporal = TemporalConnection.open(surroundings)) {
      RunClient runs = temporal.runs();
      RunState state = OpenRun.of(runs, workflowId);
      int attention = resolve.attention == null ? shown(runs, state).number() : resolve.attention;
      Resolution taken =
          new Mender(runs, resolve.name).answer(state, resolve.answer(), attention, resolve.reason);
      surroundings.console().success(Mender.words(taken));
      output.print(surroundings, taken, List::of);
    }
    return ExitCode.OK.code();
  }

  private Attention shown(RunClient runs, RunState state) {
    Attention attention = runs.progress(state).attention();
    if (attention == null) {
      throw new CommandFailure(
          ExitCode.REFUSED, "The run waits for nobody's attention: " + state.workflowId());
    }
    List<String> lines = AttentionText.of(attention, surroundings.clock().instant());
    surroundings.console().action(String.join("\n", lines));
    return attention;
  }
}
