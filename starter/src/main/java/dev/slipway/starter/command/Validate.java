package dev.slipway.starter.command;

import dev.slipway.starter.file.ConfigFile;
import dev.slipway.starter.file.PackagesFolder;
import dev.slipway.starter.option.Output;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.workflows.config.ConfigProblem;
import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.check.PackagesCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports all problems of a config.yaml, of a packages folder, or of both. */
@Command(
    name = "validate",
    sortOptions = false,
    description = "Checks config.yaml and packages and reports every problem by line.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway validate -f config.yaml",
      "  slipway validate -f config.yaml -o json | jq -r '.[].field'",
      "  slipway validate --packages packages",
      "",
      "Needs neither Temporal nor AWS. Exit code 2 when there are problems."
    })
public final class Validate implements Callable<Integer> {
  private final Surroundings surroundings;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Subjects subjects;

  @Mixin private Output output;

  /** What to look at: one of them, or both. */
  static final class Subjects {
    @Option(
        names = {"-f", "--file"},
        paramLabel = "FILE",
        description = "config.yaml.")
    private Path file;

    @Option(
        names = "--packages",
        paramLabel = "DIR",
        description = "Folder with the addons, such as packages.")
    private Path packages;
  }

  /** A problem as JSON shows it: the field is empty for a whole file. */
  record Problem(String file, int line, String field, String message) {
    @Override
    public String toString() {
      String place = line == 0 ? file : file + ":" + line;
      return place + ": " + (field.isEmpty() ? "" : field + ": ") + message;
    }
  }

  public Validate(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Problem> config = subjects.file == null ? List.of() : config(subjects.file);
    List<Problem> packages = subjects.packages == null ? List.of() : packages(subjects.packages);
    List<Problem> problems = new ArrayList<>(config);
    problems.addAll(packages);
    output.print(surroundings, problems, () -> problems.stream().map(Problem::toString).toList());
    conclude(subjects.file, config);
    conclude(subjects.packages, packages);
    return (problems.isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT).code();
  }

  private static List<Problem> config(Path file) {
    return ConfigFile.reading(file).problems().stream().map(p -> problem(file, p)).toList();
  }

  private static Problem problem(Path file, ConfigProblem problem) {
    return new Problem(file.toString(), problem.line(), problem.field(), problem.message());
  }

  private static List<Problem> packages(Path folder) {
    return PackagesCheck.of(PackagesFolder.read(folder)).stream()
        .map(problem -> problem(folder, problem))
        .toList();
  }

  private static Problem problem(Path folder, PackagesProblem problem) {
    String file = folder.resolve(problem.file()).toString();
    return new Problem(file, problem.line(), problem.field(), problem.message());
  }

  private void conclude(Path subject, List<Problem> problems) {
    if (subject == null) {
      return;
    }
    if (problems.isEmpty()) {
      surroundings.console().success(subject + " is fine");
      return;
    }
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    surroundings.console().failure(subject + " has " + count);
  }
}
