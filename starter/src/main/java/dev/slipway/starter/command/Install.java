package dev.slipway.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.starter.file.RequestFile;
import dev.slipway.starter.option.ApprovalOptions;
import dev.slipway.starter.option.AttentionOptions;
import dev.slipway.starter.option.ClusterOptions;
import dev.slipway.starter.option.Output;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.run.Approvals;
import dev.slipway.starter.run.Approver;
import dev.slipway.starter.run.Attentions;
import dev.slipway.starter.run.Mender;
import dev.slipway.starter.run.RunFollower;
import dev.slipway.starter.run.TemporalConnection;
import dev.slipway.workflows.install.InstallPlatform;
import dev.slipway.workflows.install.InstallRequest;
import dev.slipway.workflows.people.NewRun;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunOutcome;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.platform.ClusterId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts an install. */
@Command(
    name = "install",
    sortOptions = false,
    description = {
      "Starts an install on a cluster, or goes on where an earlier one stopped.",
      "The run lives in Temporal: with --wait it is shown here, without it goes on by itself."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway install -f config.yaml --wait",
      "  slipway install -f config.yaml --account 111122223333 --wait --yes",
      "  slipway install -f config.yaml --approver ann --approver bob --deadline PT24H",
      "  slipway install --request request.json -o json",
      "",
      "With --wait the plan is put to you where there is a terminal; elsewhere the run",
      "waits for slipway approve. Exit code 5 when a run is going on for the cluster, 9",
      "when the run is parked and nobody sits here to answer: slipway resolve does."
    })
public final class Install implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--request",
      paramLabel = "FILE",
      description = "JSON object with the whole request; the other options win over it.")
  private Path request;

  @Option(names = "--wait", description = "Show the run until it ends.")
  private boolean wait;

  @Option(names = "--yes", description = "Approve the plan without asking.")
  private boolean yes;

  @Mixin private ApprovalOptions approval;
  @Mixin private AttentionOptions attention;
  @Mixin private Output output;

  public Install(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ObjectNode input = RequestFile.read(request);
    ClusterId id = cluster.putInto(input, surroundings);
    approval.putInto(input);
    attention.putInto(input);
    RequestFile.check(input, InstallRequest::parse);
    try (TemporalConnection temporal = TemporalConnection.open(surroundings)) {
      RunClient runs = temporal.runs();
      surroundings.console().action("Starting the install on " + id);
      RunState run = runs.start(newRun(id, input));
      surroundings.console().made("Run " + run.runId() + " of " + run.workflowId());
      return follow(runs, run, ApprovalOptions.isRequired(input));
    }
  }

  private static NewRun newRun(ClusterId id, ObjectNode input) {
    return new NewRun(
        InstallPlatform.TYPE, id.workflowId(), "Install the platform on " + id, input);
  }

  private int follow(RunClient runs, RunState run, boolean approvalRequired) {
    Approvals approvals = new Approvals(new Approver(runs, approval.name()), surroundings, yes);
    Attentions attentions = new Attentions(new Mender(runs, approval.name()), surroundings);
    RunFollower follower = new RunFollower(runs, surroundings, approvals, attentions);
    if (wait) {
      return new RunResult(surroundings, output).report(run.type(), follower.toTheEnd(run));
    }
    if (yes && approvalRequired) {
      RunState agreed = follower.untilAgreed(run);
      RunOutcome early = agreed.isOpen() ? null : runs.outcome(agreed);
      if (early != null && !early.succeeded()) {
        return new RunResult(surroundings, output).report(run.type(), early);
      }
    }
    output.print(surroundings, run, () -> List.of(run.workflowId() + " " + run.runId()));
    surroundings.console().waiting("It goes on by itself. Look with:");
    surroundings.console().more("slipway watch -w " + run.workflowId());
    return ExitCode.OK.code();
  }
}
