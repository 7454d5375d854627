package dev.slipway.starter.command;

import dev.slipway.starter.Surroundings;
import dev.slipway.starter.run.Outcome;
import dev.slipway.starter.view.ReportText;
import java.util.List;

/** Reports how a followed run ended. */
final class Ending {
  private final Surroundings surroundings;
  private final Output output;

  Ending(Surroundings surroundings, Output output) {
    this.surroundings = surroundings;
    this.output = output;
  }

  /** The exit code. */
  int report(Outcome outcome) {
    if (outcome.isSuccess()) {
      outcome.report().warnings().forEach(surroundings.console()::warning);
      surroundings.console().success("The platform is up on " + outcome.report().cluster());
      output.print(
          surroundings, outcome.report(), () -> ReportText.probes(outcome.report().urls()));
    } else {
      surroundings.console().failure(outcome.failure() + ": " + outcome.message());
      output.print(surroundings, outcome, List::of);
    }
    return outcome.exitCode().code();
  }
}
