package dev.slipway.starter.command;

import dev.slipway.starter.process.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what concerns the secrets in AWS. */
@Command(
    name = "secrets",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description = "Works on the secrets in AWS Secrets Manager.",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = "  slipway secrets push -f config.yaml --dir private/")
public final class Secrets implements Runnable {
  @Spec private CommandSpec spec;

  private final Surroundings surroundings;

  public Secrets(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The command with its subcommands. */
  public CommandLine line() {
    return new CommandLine(this).addSubcommand(new SecretsPush(surroundings));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing: push");
  }
}
