package dev.slipway.starter.command;

import dev.slipway.starter.CommandFailure;
import dev.slipway.starter.ExitCode;
import dev.slipway.starter.Surroundings;
import dev.slipway.starter.run.RunState;
import dev.slipway.starter.run.Runs;
import dev.slipway.starter.view.ReportText;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.platform.PlatformUrls;
import dev.slipway.workflows.platform.PlatformUrls.PlatformUrl;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists where people reach a platform. */
@Command(
    name = "urls",
    sortOptions = false,
    description = "Lists where people reach the platform.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway urls -f config.yaml",
      "  slipway urls -w platform/111122223333/eu-west-3/idp -o json",
      "",
      "With -f the file is enough. Otherwise the plan of the newest run is asked for."
    })
public final class Urls implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private RunOptions run;
  @Mixin private Output output;

  public Urls(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PlatformConfig config =
        run.cluster.file != null && run.workflowId == null
            ? ConfigFile.read(run.cluster.file)
            : configOfTheRun();
    List<PlatformUrl> urls = PlatformUrls.of(config);
    output.print(surroundings, urls, () -> ReportText.urls(urls));
    return ExitCode.OK.code();
  }

  private PlatformConfig configOfTheRun() {
    String workflowId = run.workflowId(surroundings);
    try (Runs runs = Runs.connect(surroundings)) {
      RunState state = runs.describe(workflowId);
      return runs.plan(state)
          .map(plan -> plan.platform().config())
          .orElseThrow(
              () ->
                  new CommandFailure(
                      ExitCode.NOT_FOUND, workflowId + " has no plan yet, so no URLs"));
    }
  }
}
