package dev.slipway.activities.secrets;

import dev.slipway.activities.aws.AwsAccount;
import dev.slipway.activities.aws.AwsClients;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** The secrets of an account as somebody else there makes and sees them. */
final class AccountSecrets implements AutoCloseable {
  private final AwsClients clients;
  private final SecretsManagerClient client;

  AccountSecrets(AwsAccount account) {
    clients = account.clients("AKIDOTHER");
    client = clients.secretsManager(AwsAccount.ALPHA);
  }

  AccountSecrets holds(String name, String value) {
    client.createSecret(call -> call.name(name).secretString(value));
    return this;
  }

  AccountSecrets changed(String name, String value) {
    client.putSecretValue(call -> call.secretId(name).secretString(value));
    return this;
  }

  AccountSecrets tagged(String name, String key, String value) {
    client.tagResource(
        call -> call.secretId(name).tags(Tag.builder().key(key).value(value).build()));
    return this;
  }

  AccountSecrets inDeletion(String name) {
    client.deleteSecret(call -> call.secretId(name));
    return this;
  }

  boolean isInDeletion(String name) {
    return describe(name).deletedDate() != null;
  }

  String value(String name) {
    return client.getSecretValue(call -> call.secretId(name)).secretString();
  }

  int versions(String name) {
    return describe(name).versionIdsToStages().size();
  }

  Map<String, String> tags(String name) {
    Map<String, String> tags = new HashMap<>();
    describe(name).tags().forEach(tag -> tags.put(tag.key(), tag.value()));
    return tags;
  }

  String description(String name) {
    return describe(name).description();
  }

  @Override
  public void close() {
    clients.close();
  }

  private DescribeSecretResponse describe(String name) {
    return client.describeSecret(call -> call.secretId(name));
  }
}
