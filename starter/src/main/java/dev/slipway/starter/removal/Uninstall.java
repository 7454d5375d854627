package dev.slipway.starter.removal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.starter.file.RequestFile;
import dev.slipway.starter.option.ClusterOptions;
import dev.slipway.starter.option.Output;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import dev.slipway.workflows.uninstall.preview.PreviewUninstall;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what an uninstall would do. */
@Command(
    name = "uninstall",
    sortOptions = false,
    description = {
      "Shows what would be removed from a cluster and its account, in which order, and what stays.",
      "Nothing is changed: this build removes nothing yet."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway uninstall -f config.yaml --dry-run",
      "  slipway uninstall -f config.yaml --dry-run --volumes --secrets delete --crds",
      "",
      "Exit code 11 when it could not be done as things stand, else 10 when something",
      "could not be looked at."
    })
@SuppressWarnings("UnusedVariable") // picocli refuses the command without --dry-run
public final class Uninstall implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--request",
      paramLabel = "FILE",
      description = "JSON object with the request; the other options win over it.")
  private Path request;

  @Option(names = "--dry-run", required = true, description = "Only show the plan.")
  private boolean dryRun;

  @Mixin private ExtentOptions extent;

  @Option(names = "--all", description = "Name everything that goes along.")
  private boolean all;

  @Mixin private Output output;

  public Uninstall(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ObjectNode input = RequestFile.read(request);
    ClusterId id = cluster.putIdInto(input, surroundings);
    extent.putInto(input);
    RemovalPlan plan =
        new Preview(surroundings).ask(PreviewUninstall.TYPE, id, input, RemovalPlan.class);
    output.print(surroundings, plan, () -> new RemovalText(plan, all).lines());
    return exitCode(plan).code();
  }

  private static ExitCode exitCode(RemovalPlan plan) {
    if (!plan.blockers().isEmpty()) {
      return ExitCode.BLOCKED;
    }
    return plan.unread() > 0 ? ExitCode.NOT_ALL_KNOWN : ExitCode.OK;
  }
}
