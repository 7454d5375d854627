package dev.slipway.starter.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.starter.option.Output;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.view.ReportText;
import dev.slipway.workflows.install.InstallPlatform;
import dev.slipway.workflows.install.InstallReport;
import dev.slipway.workflows.people.RunOutcome;
import dev.slipway.workflows.wire.Payloads;
import java.util.List;

/** Reports what came of a followed run. */
final class RunResult {
  private final Surroundings surroundings;
  private final Output output;

  RunResult(Surroundings surroundings, Output output) {
    this.surroundings = surroundings;
    this.output = output;
  }

  /**
   * Says it in words, and prints the report of the run.
   *
   * @param type the workflow type of the run
   * @return the exit code
   */
  int report(String type, RunOutcome outcome) {
    if (!outcome.succeeded()) {
      surroundings.console().failure(outcome.words());
      output.print(surroundings, outcome, List::of);
    } else if (type.equals(InstallPlatform.TYPE)) {
      installed(outcome.report());
    } else {
      surroundings.console().success("Done");
      output.print(surroundings, outcome.report(), List::of);
    }
    return ExitCode.of(outcome).code();
  }

  private void installed(JsonNode json) {
    try {
      InstallReport report = Payloads.mapper().treeToValue(json, InstallReport.class);
      report.warnings().forEach(surroundings.console()::warning);
      surroundings.console().success("The platform is up on " + report.cluster());
      output.print(surroundings, json, () -> ReportText.probes(report.urls()));
    } catch (JsonProcessingException e) {
      surroundings.console().success("The platform is up");
      surroundings.console().warning("The report is in a form unknown here; see it with -o json");
      output.print(surroundings, json, List::of);
    }
  }
}
