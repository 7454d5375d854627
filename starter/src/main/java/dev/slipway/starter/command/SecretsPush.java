package dev.slipway.starter.command;

import dev.slipway.starter.aws.CallerAccount;
import dev.slipway.starter.aws.SecretPush;
import dev.slipway.starter.file.ConfigFile;
import dev.slipway.starter.file.CredentialsFolder;
import dev.slipway.starter.option.Output;
import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.workflows.credentials.GithubAppSecret;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.secrets.SecretWriter.Written.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pushes the GitHub App credentials to AWS, so that no worker has to hold them. */
@Command(
    name = "push",
    sortOptions = false,
    description = {
      "Writes the GitHub App credentials of a folder to AWS Secrets Manager.",
      "Values are never printed. Afterwards install with \"credentials\": \"pushed\"."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway secrets push -f config.yaml --dir private/",
      "  slipway secrets push -f config.yaml --dir private/ --account 111122223333",
      "",
      "The folder holds argocd-github.yaml and backstage-github.yaml. Uses your own AWS",
      "credentials. Exit code 5 when the secret belongs to another cluster."
    })
public final class SecretsPush implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      required = true,
      description = "config.yaml: region, cluster, secret prefix and tags are taken from it.")
  private Path file;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      required = true,
      description = "Folder with the *.yaml files of the GitHub Apps.")
  private Path folder;

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "Refuse to write where the AWS credentials are of another account.")
  private String account;

  @Mixin private Output output;

  public SecretsPush(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PlatformConfig config = ConfigFile.read(file);
    GithubAppSecret secret = CredentialsFolder.read(folder);
    String name = config.githubAppSecret();
    try (SecretPush push = new SecretPush(cluster(config), config, surroundings.environment())) {
      Outcome outcome = push.push(secret.json());
      surroundings.console().success(name + " " + words(outcome));
      output.print(surroundings, Map.of("secret", name, "result", outcome), () -> List.of(name));
    }
    return ExitCode.OK.code();
  }

  private ClusterId cluster(PlatformConfig config) {
    String caller = CallerAccount.in(config.region(), surroundings.environment());
    if (account != null && !account.equals(caller)) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "--account: your AWS credentials are of account " + caller + ", not " + account);
    }
    return new ClusterId(caller, config.region(), config.clusterName());
  }

  private static String words(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
