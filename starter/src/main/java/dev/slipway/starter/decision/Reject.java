package dev.slipway.starter.decision;

import dev.slipway.starter.option.Output;
import dev.slipway.starter.option.RunOptions;
import dev.slipway.starter.process.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Refuses the plan that a run waits with; the run ends. */
@Command(
    name = "reject",
    sortOptions = false,
    description = "Refuses the plan that a run waits with; the run ends.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway reject -f config.yaml --comment \"see OPS-12\"",
      "  slipway reject -w platform/111122223333/eu-west-3/idp --digest 3f9a0c51d2e4",
      "",
      "Without --digest the plan is shown and decided on as it is now. Exit code 5 when",
      "the run refuses: another plan's digest, not an approver, decided already."
    })
public final class Reject implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private RunOptions run;
  @Mixin private DecisionOptions decision;
  @Mixin private Output output;

  public Reject(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return new DecisionCommand(surroundings, output).decide("reject", run, decision);
  }
}
