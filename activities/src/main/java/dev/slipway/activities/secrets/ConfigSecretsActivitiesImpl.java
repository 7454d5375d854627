package dev.slipway.activities.secrets;

import dev.slipway.activities.allowance.Allowed;
import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.workflows.contract.ConfigSecretsActivities;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.credentials.GithubAppSecret;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.secrets.SecretStore;
import dev.slipway.workflows.secrets.SecretValue;
import dev.slipway.workflows.secrets.SecretWriter;
import dev.slipway.workflows.secrets.StoredSecret;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Claims both secrets before it writes either. */
public final class ConfigSecretsActivitiesImpl implements ConfigSecretsActivities {
  private final Allowed allowed;
  private final AwsClients aws;
  private final ClusterAccess clusters;
  private final CredentialsFolder credentialsFolder;

  public ConfigSecretsActivitiesImpl(
      Allowed allowed,
      AwsClients aws,
      ClusterAccess clusters,
      CredentialsFolder credentialsFolder) {
    this.allowed = allowed;
    this.aws = aws;
    this.clusters = clusters;
    this.credentialsFolder = credentialsFolder;
  }

  @Override
  public ConfigSecrets createConfigSecrets(
      Platform platform, CredentialsSource credentials, Mandate mandate) {
    allowed.require(platform.target().cluster(), mandate);
    SecretStore store = new AwsSecretStore(aws.secretsManager(platform.target()));
    SecretWriter writer = new SecretWriter(store, platform.target().cluster(), platform.config());
    SecretsMemory memory = new SecretsMemory(clusters, platform.target());
    String githubAppSecret = platform.config().githubAppSecret();
    memory.intend(
        writer.requireClaim(platform.config().configSecret()),
        writer.requireClaim(githubAppSecret));
    String githubAppArn =
        credentials == CredentialsSource.PUSHED
            ? pushed(store, githubAppSecret)
            : writer.write(githubAppSecret, "github-app", complete(credentialsFolder.read())).arn();
    String configSecret = platform.config().configSecret();
    String configArn =
        writer.write(configSecret, "config", platform.config().asJson().toString()).arn();
    memory.fulfil(Map.of(configSecret, configArn, githubAppSecret, githubAppArn));
    return new ConfigSecrets(configArn, githubAppArn, newest(store, configSecret, githubAppSecret));
  }

  private static Instant newest(SecretStore store, String... names) {
    return Stream.of(names)
        .map(
            name ->
                store
                    .value(name)
                    .orElseThrow(
                        () ->
                            FailureType.AWS_UNAVAILABLE.failure(
                                "secret " + name + " has no value yet")))
        .map(SecretValue::writtenAt)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String complete(GithubAppSecret secret) {
    refuse("The GitHub App credentials are incomplete", secret.problems());
    return secret.json();
  }

  private static String pushed(SecretStore store, String name) {
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
    return secret.arn();
  }

  private static void refuse(String what, List<String> problems) {
    if (!problems.isEmpty()) {
      throw FailureType.SECRET_INCOMPLETE.failure(what + ": " + String.join("; ", problems));
    }
  }
}
