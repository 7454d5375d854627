package dev.slipway.starter.command;

import dev.slipway.starter.option.Output;
import dev.slipway.starter.option.RunOptions;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.run.Attentions;
import dev.slipway.starter.run.Mender;
import dev.slipway.starter.run.RunFollower;
import dev.slipway.starter.run.TemporalConnection;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows a run. */
@Command(
    name = "watch",
    sortOptions = false,
    description = "Follows the newest run of a cluster until it ends.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway watch -f config.yaml",
      "  slipway watch -w platform/111122223333/eu-west-3/idp -o json",
      "",
      "Leaving it with Ctrl-C does the run no harm. The exit code tells how it ended;",
      "9 where it is parked and nobody sits here to answer."
    })
public final class Watch implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private RunOptions run;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      showDefaultValue = Visibility.NEVER,
      description = "Name to answer a parked run under; default: your login name.")
  private String name;

  @Mixin private Output output;

  public Watch(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String workflowId = run.workflowId(surroundings);
    try (TemporalConnection temporal = TemporalConnection.open(surroundings)) {
      RunClient runs = temporal.runs();
      Attentions attentions = new Attentions(new Mender(runs, name), surroundings);
      RunFollower follower = new RunFollower(runs, surroundings, /* approvals= */ null, attentions);
      RunState state = runs.describe(workflowId);
      return new RunResult(surroundings, output).report(state.type(), follower.toTheEnd(state));
    }
  }
}
