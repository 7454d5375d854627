package dev.slipway.starter.command;

import dev.slipway.starter.option.Output;
import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.run.TemporalConnection;
import dev.slipway.starter.view.RunsText;
import dev.slipway.workflows.people.ListedRun;
import dev.slipway.workflows.people.RunClient;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs. */
@Command(
    name = "list",
    sortOptions = false,
    description = {
      "Lists the runs in the namespace, those that wait for a person first.",
      "Parked comes before awaiting approval, then what goes on, then what has ended."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  slipway list", "  slipway list --limit 0 -o json"})
public final class ListRuns implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--limit",
      paramLabel = "NUMBER",
      defaultValue = "20",
      description = "How many that have ended, newest first; default: 20.")
  private int limit;

  @Mixin private Output output;

  public ListRuns(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "--limit is at least 0, not " + limit);
    }
    try (TemporalConnection temporal = TemporalConnection.open(surroundings)) {
      RunClient runs = temporal.runs();
      List<ListedRun> listed = runs.list(limit, surroundings.console()::warning);
      output.print(surroundings, listed, () -> RunsText.of(listed, surroundings.clock().instant()));
    }
    return ExitCode.OK.code();
  }
}
