package dev.slipway.activities.secrets;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.workflows.contract.ConfigSecretsActivities;
import dev.slipway.workflows.contract.CredentialsSource;
import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.platform.GithubAppSecret;
import java.util.List;

/** Claims both secrets before it writes either. */
public final class ConfigSecretsActivitiesImpl implements ConfigSecretsActivities {
  private final AwsClients aws;
  private final CredentialsFolder credentialsFolder;

  public ConfigSecretsActivitiesImpl(AwsClients aws, CredentialsFolder credentialsFolder) {
    this.aws = aws;
    this.credentialsFolder = credentialsFolder;
  }

  @Override
  public ConfigSecrets createConfigSecrets(Platform platform, CredentialsSource credentials) {
    SecretStore store = new SecretStore(aws.secretsManager(platform.target()));
    SecretWriter writer = new SecretWriter(store, platform);
    String githubAppSecret = platform.config().githubAppSecret();
    writer.requireClaim(platform.config().configSecret());
    writer.requireClaim(githubAppSecret);
    SecretWriter.Written githubApp =
        credentials == CredentialsSource.PUSHED
            ? pushed(store, githubAppSecret)
            : writer.write(githubAppSecret, "github-app", complete(credentialsFolder.read()));
    SecretWriter.Written config =
        writer.write(
            platform.config().configSecret(), "config", platform.config().asJson().toString());
    return new ConfigSecrets(
        config.arn(), githubApp.arn(), config.changed() || githubApp.changed());
  }

  private static String complete(GithubAppSecret secret) {
    refuse("The GitHub App credentials are incomplete", secret.problems());
    return secret.json();
  }

  private static SecretWriter.Written pushed(SecretStore store, String name) {
    StoredSecret secret =
        store
            .find(name)
            .filter(found -> !found.inDeletion())
            .orElseThrow(
                () ->
                    FailureType.SECRET_INCOMPLETE.failure(
                        "secret " + name + " was not pushed: slipway secrets push does it"));
    List<String> problems =
        store
            .value(name)
            .map(value -> GithubAppSecret.problemsOf(value.json()))
            .orElse(List.of("it has no value"));
    refuse("secret " + name + " is incomplete", problems);
    return new SecretWriter.Written(secret.arn(), false);
  }

  private static void refuse(String what, List<String> problems) {
    if (!problems.isEmpty()) {
      throw FailureType.SECRET_INCOMPLETE.failure(what + ": " + String.join("; ", problems));
    }
  }
}
