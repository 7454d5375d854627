package dev.slipway.starter.decision;

import dev.slipway.workflows.attention.Resolution.Answer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What belongs to an answer. */
final class ResolveOptions {
  @ArgGroup(multiplicity = "1")
  private Choice choice;

  @Option(
      names = "--attention",
      paramLabel = "NUMBER",
      description = "Number of the attention that is meant; default: the one that is open.")
  Integer attention;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why; kept with the run. Required with --skip.")
  String reason;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "Name to answer under; default: your login name.")
  String name;

  /** One of the three. */
  static final class Choice {
    @Option(names = "--retry", description = "The cause is mended: try the step again.")
    private boolean retry;

    @Option(names = "--skip", description = "Go on without the step, where it allows that.")
    private boolean skip;

    @Option(names = "--abort", description = "End the run; what was done stays.")
    private boolean abort;
  }

  Answer answer() {
    if (choice.retry) {
      return Answer.RETRY;
    }
    if (choice.skip) {
      return Answer.SKIP;
    }
    if (choice.abort) {
      return Answer.ABORT;
    }
    throw new IllegalStateException("picocli lets no other choice pass");
  }
}
