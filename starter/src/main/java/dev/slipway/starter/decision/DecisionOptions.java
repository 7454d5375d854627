package dev.slipway.starter.decision;

import picocli.CommandLine.Option;

/** What belongs to a decision. */
final class DecisionOptions {
  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Digest of the plan that is meant, or its first 12 characters or more.")
  String digest;

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why; kept in the report.")
  String comment;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "Name to decide under; default: your login name.")
  String name;
}
