package dev.slipway.activities.secrets;

import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.secrets.NewSecret;
import dev.slipway.workflows.secrets.SecretStore;
import dev.slipway.workflows.secrets.SecretValue;
import dev.slipway.workflows.secrets.StoredSecret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Secrets Manager as the worker reaches it. */
final class AwsSecretStore implements SecretStore {
  private final SecretsManagerClient client;

  AwsSecretStore(SecretsManagerClient client) {
    this.client = client;
  }

  @Override
  public Optional<StoredSecret> find(String name) {
    return AwsFailures.naming(
        "secret " + name,
        () -> ifPresent(() -> read(client.describeSecret(call -> call.secretId(name)))));
  }

  @Override
  public Optional<SecretValue> value(String name) {
    return AwsFailures.naming(
        "value of secret " + name,
        () -> ifPresent(() -> read(client.getSecretValue(call -> call.secretId(name)))));
  }

  @Override
  public Optional<String> create(NewSecret secret, String token) {
    return AwsFailures.naming(
        "secret " + secret.name(),
        () -> {
          try {
            return Optional.of(
                client
                    .createSecret(
                        call ->
                            call.name(secret.name())
                                .description(secret.description())
                                .secretString(secret.value())
                                .tags(tagList(secret.tags()))
                                .clientRequestToken(token))
                    .arn());
          } catch (ResourceExistsException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void put(String name, String value, String token) {
    AwsFailures.naming(
        "secret " + name,
        () ->
            client.putSecretValue(
                call -> call.secretId(name).secretString(value).clientRequestToken(token)));
  }

  @Override
  public void restore(String name) {
    AwsFailures.naming("secret " + name, () -> client.restoreSecret(call -> call.secretId(name)));
  }

  @Override
  public void tag(String name, Map<String, String> tags) {
    AwsFailures.naming(
        "tags of secret " + name,
        () -> client.tagResource(call -> call.secretId(name).tags(tagList(tags))));
  }

  private static <T> Optional<T> ifPresent(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }

  private static StoredSecret read(DescribeSecretResponse answer) {
    Map<String, String> tags =
        answer.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    return new StoredSecret(answer.arn(), answer.name(), tags, answer.deletedDate() != null);
  }

  private static SecretValue read(GetSecretValueResponse answer) {
    String text = answer.secretString() == null ? "" : answer.secretString();
    return new SecretValue(text, answer.versionId(), answer.createdDate());
  }

  private static List<Tag> tagList(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
