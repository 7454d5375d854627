package dev.slipway.starter;

import dev.slipway.starter.command.Install;
import dev.slipway.starter.command.ListRuns;
import dev.slipway.starter.command.Secrets;
import dev.slipway.starter.command.Status;
import dev.slipway.starter.command.Urls;
import dev.slipway.starter.command.Validate;
import dev.slipway.starter.command.Watch;
import dev.slipway.starter.decision.Approve;
import dev.slipway.starter.decision.Reject;
import dev.slipway.starter.decision.Resolve;
import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.Console;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.removal.ShowInventory;
import dev.slipway.starter.removal.Uninstall;
import dev.slipway.workflows.people.RunProblem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code slipway}. */
@Command(
    name = "slipway",
    version = "slipway 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description = "Installs the CNOE platform on EKS clusters as durable Temporal workflows.",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway validate -f config.yaml",
      "  slipway install -f config.yaml --wait",
      "  slipway approve -f config.yaml --comment \"go ahead\"",
      "  slipway status --account 111122223333 --region eu-west-3 --cluster idp",
      "",
      "Temporal is found as the temporal command finds it: TEMPORAL_ADDRESS,",
      "TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, or a profile in temporal.toml."
    })
@SuppressWarnings("UnusedVariable") // picocli itself answers --help and --version
public final class Slipway implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  public static void main(String[] arguments) {
    // No log provider is wanted here: what people read comes from Console.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(run(Surroundings.ofProcess(), arguments));
  }

  static int run(Surroundings surroundings, String... arguments) {
    CommandLine line = new CommandLine(new Slipway());
    line.addSubcommand(new Validate(surroundings))
        .addSubcommand(new Install(surroundings))
        .addSubcommand(new Approve(surroundings))
        .addSubcommand(new Reject(surroundings))
        .addSubcommand(new Resolve(surroundings))
        .addSubcommand(new ListRuns(surroundings))
        .addSubcommand(new Status(surroundings))
        .addSubcommand(new Watch(surroundings))
        .addSubcommand(new Urls(surroundings))
        .addSubcommand(new ShowInventory(surroundings))
        .addSubcommand(new Uninstall(surroundings))
        .addSubcommand(new Secrets(surroundings).line());
    line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, given) -> refuse(surroundings.console(), e))
        .setExecutionExceptionHandler((e, at, parsed) -> fail(surroundings.console(), e));
    return line.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing");
  }

  private static int refuse(Console console, ParameterException e) {
    console.failure(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      console.more("Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?");
    }
    console.more("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.BAD_INPUT.code();
  }

  private static int fail(Console console, Exception e) {
    if (e instanceof CommandFailure failure) {
      console.failure(failure.getMessage());
      return failure.exitCode().code();
    }
    if (e instanceof RunProblem problem) {
      console.failure(problem.getMessage());
      return ExitCode.of(problem.kind()).code();
    }
    console.failure("An error in slipway itself: " + e);
    Arrays.stream(e.getStackTrace()).limit(10).forEach(frame -> console.more("at " + frame));
    return ExitCode.BUG.code();
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode exitCode : ExitCode.values()) {
      codes.put(" " + exitCode.code(), exitCode.meaning());
    }
    return codes;
  }
}
