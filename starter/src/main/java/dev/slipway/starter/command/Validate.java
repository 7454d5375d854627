package dev.slipway.starter.command;

import dev.slipway.starter.ExitCode;
import dev.slipway.starter.Surroundings;
import dev.slipway.workflows.platform.ConfigProblem;
import dev.slipway.workflows.platform.ConfigReading;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports all problems of a config.yaml. */
@Command(
    name = "validate",
    sortOptions = false,
    description = "Checks config.yaml and reports every problem with its line.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway validate -f config.yaml",
      "  slipway validate -f config.yaml -o json | jq -r '.[].field'",
      "",
      "Needs neither Temporal nor AWS. Exit code 2 when there are problems."
    })
public final class Validate implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      required = true,
      description = "config.yaml.")
  private Path file;

  @Mixin private Output output;

  public Validate(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ConfigReading reading = ConfigFile.reading(file);
    List<ConfigProblem> problems = reading.problems();
    output.print(surroundings, problems, () -> problems.stream().map(this::line).toList());
    if (problems.isEmpty()) {
      surroundings.console().success(file + " is fine");
      return ExitCode.OK.code();
    }
    surroundings.console().failure(file + " has " + count(problems.size()));
    return ExitCode.BAD_INPUT.code();
  }

  private String line(ConfigProblem problem) {
    String place = problem.line() == 0 ? file + ": " : file + ":" + problem.line() + ": ";
    return place + problem.field() + ": " + problem.message();
  }

  private static String count(int problems) {
    return problems == 1 ? "1 problem" : problems + " problems";
  }
}
