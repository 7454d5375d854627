package dev.slipway.starter;

import dev.slipway.standins.aws.StandInAws;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** The secrets of an account as somebody else there makes and sees them. */
final class AccountSecrets implements AutoCloseable {
  private final SecretsManagerClient client;

  AccountSecrets(StandInAws aws) {
    client =
        SecretsManagerClient.builder()
            .endpointOverride(aws.endpoint())
            .region(Region.of("eu-west-3"))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOTHER", "other")))
            .build();
  }

  void holds(String name, String value) {
    client.createSecret(call -> call.name(name).secretString(value));
  }

  void tagged(String name, String key, String value) {
    client.tagResource(
        call -> call.secretId(name).tags(Tag.builder().key(key).value(value).build()));
  }

  void inDeletion(String name) {
    client.deleteSecret(call -> call.secretId(name));
  }

  boolean isInDeletion(String name) {
    return describe(name).deletedDate() != null;
  }

  String value(String name) {
    return client.getSecretValue(call -> call.secretId(name)).secretString();
  }

  Map<String, String> tags(String name) {
    return describe(name).tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  private DescribeSecretResponse describe(String name) {
    return client.describeSecret(call -> call.secretId(name));
  }

  @Override
  public void close() {
    client.close();
  }
}
