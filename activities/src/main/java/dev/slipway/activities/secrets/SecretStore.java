package dev.slipway.activities.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.activities.digest.Sha256;
import dev.slipway.activities.failure.AwsFailures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Secrets Manager, one method a call. */
final class SecretStore {
  private final SecretsManagerClient client;

  SecretStore(SecretsManagerClient client) {
    this.client = client;
  }

  Optional<StoredSecret> find(String name) {
    return AwsFailures.naming(
        "secret " + name,
        () -> {
          try {
            return Optional.of(read(client.describeSecret(call -> call.secretId(name))));
          } catch (ResourceNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /** Empty where the secret has no value yet. */
  Optional<SecretValue> value(String name) {
    return AwsFailures.naming(
        "value of secret " + name,
        () -> {
          try {
            GetSecretValueResponse answer = client.getSecretValue(call -> call.secretId(name));
            String text = answer.secretString() == null ? "" : answer.secretString();
            return Optional.of(new SecretValue(text, answer.versionId(), answer.createdDate()));
          } catch (ResourceNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * The atomic claim.
   *
   * @return the ARN; empty where somebody was faster
   */
  Optional<String> create(String name, String description, String value, Map<String, String> tags) {
    return AwsFailures.naming(
        "secret " + name,
        () -> {
          try {
            return Optional.of(
                client
                    .createSecret(
                        call ->
                            call.name(name)
                                .description(description)
                                .secretString(value)
                                .tags(tagList(tags))
                                .clientRequestToken(token(name, value, "")))
                    .arn());
          } catch (ResourceExistsException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * Writes a new version. A retry writes the same one again, which Secrets Manager passes over.
   *
   * @param replaced version that is current now; empty without one
   */
  void put(String name, String value, String replaced) {
    AwsFailures.naming(
        "secret " + name,
        () ->
            client.putSecretValue(
                call ->
                    call.secretId(name)
                        .secretString(value)
                        .clientRequestToken(token(name, value, replaced))));
  }

  void restore(String name) {
    AwsFailures.naming("secret " + name, () -> client.restoreSecret(call -> call.secretId(name)));
  }

  /** Adds and changes tags; others stay. */
  void tag(String name, Map<String, String> tags) {
    AwsFailures.naming(
        "tags of secret " + name,
        () -> client.tagResource(call -> call.secretId(name).tags(tagList(tags))));
  }

  // Derived from the replaced version as well: going back to an earlier value would else name the
  // earlier version, and Secrets Manager would change nothing.
  private static String token(String name, String value, String replaced) {
    return Sha256.of(String.join("\n", name, replaced, value).getBytes(UTF_8));
  }

  private static StoredSecret read(DescribeSecretResponse answer) {
    Map<String, String> tags = new HashMap<>();
    answer.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
    return new StoredSecret(answer.arn(), answer.name(), tags, answer.deletedDate() != null);
  }

  private static List<Tag> tagList(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
