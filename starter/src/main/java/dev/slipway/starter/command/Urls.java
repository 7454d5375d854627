package dev.slipway.starter.command;

import dev.slipway.starter.file.ConfigFile;
import dev.slipway.starter.option.Output;
import dev.slipway.starter.option.RunOptions;
import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.run.TemporalConnection;
import dev.slipway.starter.view.ReportText;
import dev.slipway.workflows.people.RunClient;
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
      "With -f the file is enough. Otherwise the newest run is asked."
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
    List<PlatformUrl> urls =
        run.file().map(ConfigFile::read).map(PlatformUrls::of).orElseGet(this::urlsOfTheRun);
    output.print(surroundings, urls, () -> ReportText.urls(urls));
    return ExitCode.OK.code();
  }

  private List<PlatformUrl> urlsOfTheRun() {
    String workflowId = run.workflowId(surroundings);
    try (TemporalConnection temporal = TemporalConnection.open(surroundings)) {
      RunClient runs = temporal.runs();
      PlatformUrl[] urls = runs.query(runs.describe(workflowId), "urls", PlatformUrl[].class);
      if (urls.length == 0) {
        throw new CommandFailure(ExitCode.NOT_FOUND, workflowId + " has no plan yet, so no URLs");
      }
      return List.of(urls);
    }
  }
}
