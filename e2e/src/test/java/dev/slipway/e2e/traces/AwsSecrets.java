package dev.slipway.e2e.traces;

import static java.util.stream.Collectors.toMap;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.Cluster;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;

/** The secrets in AWS Secrets Manager, in the account and the region of a cluster. */
public record AwsSecrets(Bed bed, Cluster cluster) {
  /** The versions of each secret that are in use, by its name. */
  public Map<String, List<String>> versions() {
    return each((client, secret) -> versions(client, secret.name()));
  }

  /** Which cluster each secret belongs to, by its name. */
  public Map<String, String> owners() {
    return each((client, secret) -> owner(secret));
  }

  /** The ARN of each secret, by its name. */
  public Map<String, String> arns() {
    return each((client, secret) -> secret.arn());
  }

  private <T> Map<String, T> each(BiFunction<SecretsManagerClient, SecretListEntry, T> look) {
    try (SecretsManagerClient client =
        bed.aws().clients(cluster.account(), cluster.region()).secrets()) {
      return client.listSecrets().secretList().stream()
          .collect(toMap(SecretListEntry::name, secret -> look.apply(client, secret)));
    }
  }

  private static List<String> versions(SecretsManagerClient client, String secret) {
    return client.listSecretVersionIds(request -> request.secretId(secret)).versions().stream()
        .map(SecretVersionsListEntry::versionId)
        .sorted()
        .toList();
  }

  private static String owner(SecretListEntry secret) {
    return secret.tags().stream()
        .filter(tag -> tag.key().equals("slipway:cluster"))
        .findFirst()
        .map(tag -> tag.value())
        .orElse("nobody");
  }
}
