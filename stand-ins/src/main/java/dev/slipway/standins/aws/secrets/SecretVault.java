package dev.slipway.standins.aws.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.aws.protocol.AwsRefusal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The secrets of an account: which there are, and who was the first to take a name. */
final class SecretVault {
  private final String account;
  private final Clock clock;
  private final Map<String, StoredSecret> secrets = new TreeMap<>();

  SecretVault(String account, Clock clock) {
    this.account = account;
    this.clock = clock;
  }

  Optional<StoredSecret> named(String name) {
    return Optional.ofNullable(secrets.get(name));
  }

  void drop(StoredSecret secret) {
    secrets.values().remove(secret);
  }

  ObjectNode create(String region, JsonNode input) {
    String name = input.path("Name").asText();
    String token = token(input);
    StoredSecret existing = secrets.get(name);
    if (existing != null && existing.isDeleted()) {
      throw invalid(
          "You can't create this secret because a secret with this name is already scheduled for deletion.");
    }
    if (existing != null && !existing.hasVersion(token, input.path("SecretString").asText())) {
      throw new AwsRefusal(
          400,
          "ResourceExistsException",
          "The operation failed because the secret " + name + " already exists.");
    }
    if (existing != null) {
      return existing.reference().put("VersionId", token);
    }
    String arn = "arn:aws:secretsmanager:%s:%s:secret:%s-StndIn".formatted(region, account, name);
    StoredSecret secret = new StoredSecret(name, arn, clock);
    secret.describe(input.path("Description").asText());
    secret.put(token, input.path("SecretString").asText());
    input.path("Tags").forEach(tag -> secret.tag(tag));
    secrets.put(name, secret);
    return secret.reference().put("VersionId", token);
  }

  ObjectNode list(JsonNode input) {
    SecretFilters filters = new SecretFilters(input.path("Filters"));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putArray("SecretList");
    secrets.forEach(
        (name, secret) -> {
          boolean visible = !secret.isDeleted() || input.path("IncludePlannedDeletion").asBoolean();
          if (visible && filters.match(name, secret.tags())) {
            answer.withArray("SecretList").add(secret.description());
          }
        });
    return answer;
  }

  StoredSecret findAlive(JsonNode input) {
    StoredSecret secret = find(input);
    if (secret.isDeleted()) {
      throw invalid(
          "You can't perform this operation on the secret because it was marked for deletion.");
    }
    return secret;
  }

  StoredSecret find(JsonNode input) {
    String id = input.path("SecretId").asText();
    return secrets.entrySet().stream()
        .filter(entry -> entry.getKey().equals(id) || entry.getValue().arn().equals(id))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new AwsRefusal(
                    400,
                    "ResourceNotFoundException",
                    "Secrets Manager can't find the specified secret."));
  }

  static String token(JsonNode input) {
    return input.path("ClientRequestToken").asText(UUID.randomUUID().toString());
  }

  private static AwsRefusal invalid(String message) {
    return new AwsRefusal(400, "InvalidRequestException", message);
  }
}
