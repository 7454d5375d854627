package dev.slipway.starter.decision;

import dev.slipway.starter.option.Output;
import dev.slipway.starter.option.RunOptions;
import dev.slipway.starter.process.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Agrees to the plan that a run waits with. */
@Command(
    name = "approve",
    sortOptions = false,
    description = "Agrees to the plan that a run waits with.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway approve -f config.yaml --comment \"see OPS-12\"",
      "  slipway approve -w platform/111122223333/eu-west-3/idp --digest 3f9a0c51d2e4",
      "",
      "Without --digest the plan is shown and decided on as it is now. Exit code 5 when",
      "the run refuses: another plan's digest, not an approver, decided already."
    })
public final class Approve implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private RunOptions run;
  @Mixin private DecisionOptions decision;
  @Mixin private Output output;

  public Approve(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return new DecisionCommand(surroundings, output).decide("approve", run, decision);
  }
}
