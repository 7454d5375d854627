package dev.slipway.standins.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Secrets Manager: claims, versions by request token, tags, the deletion window. */
public final class StandInSecretsManager {
  private static final int DEFAULT_WINDOW_DAYS = 30;

  private final String account;
  private final Clock clock;
  private final Map<String, StoredSecret> secrets = new TreeMap<>();

  StandInSecretsManager(String account, Clock clock) {
    this.account = account;
    this.clock = clock;
  }

  /** The current value; empty where there is none that may be read. */
  public synchronized Optional<String> value(String name) {
    return Optional.ofNullable(secrets.get(name))
        .filter(secret -> !secret.isDeleted())
        .map(StoredSecret::currentValue);
  }

  synchronized AwsAnswer answer(AwsCall call) {
    JsonNode input = call.json();
    return AwsAnswer.json(
        switch (call.target()) {
          case "CreateSecret" -> create(call, input);
          case "DescribeSecret" -> find(input).description();
          case "GetSecretValue" -> get(input);
          case "PutSecretValue", "UpdateSecret" -> put(input);
          case "TagResource" -> tag(input);
          case "UntagResource" -> untag(input);
          case "DeleteSecret" -> delete(input);
          case "RestoreSecret" -> restore(input);
          case "ListSecrets" -> list(input);
          default -> throw call.unknown();
        });
  }

  private ObjectNode create(AwsCall call, JsonNode input) {
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
    String arn =
        "arn:aws:secretsmanager:%s:%s:secret:%s-StndIn".formatted(call.region(), account, name);
    StoredSecret secret = new StoredSecret(name, arn, clock);
    secret.describe(input.path("Description").asText());
    secret.put(token, input.path("SecretString").asText());
    input.path("Tags").forEach(tag -> setTag(secret, tag));
    secrets.put(name, secret);
    return secret.reference().put("VersionId", token);
  }

  private ObjectNode get(JsonNode input) {
    StoredSecret secret = findAlive(input);
    ObjectNode answer = secret.reference().put("SecretString", secret.currentValue());
    answer.put("VersionId", secret.currentVersion());
    answer.put("CreatedDate", secret.currentSince().toEpochMilli() / 1000.0);
    secret.stages(secret.currentVersion()).forEach(answer.putArray("VersionStages")::add);
    return answer;
  }

  private ObjectNode put(JsonNode input) {
    StoredSecret secret = findAlive(input);
    if (input.hasNonNull("Description")) {
      secret.describe(input.get("Description").asText());
    }
    if (input.hasNonNull("SecretString")) {
      secret.put(token(input), input.get("SecretString").asText());
    }
    return secret.reference().put("VersionId", secret.currentVersion());
  }

  private ObjectNode tag(JsonNode input) {
    StoredSecret secret = findAlive(input);
    input.path("Tags").forEach(tag -> setTag(secret, tag));
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode untag(JsonNode input) {
    StoredSecret secret = findAlive(input);
    input.path("TagKeys").forEach(key -> secret.tags().remove(key.asText()));
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode delete(JsonNode input) {
    StoredSecret secret = findAlive(input);
    if (input.path("ForceDeleteWithoutRecovery").asBoolean()) {
      secrets.values().remove(secret);
      return secret.reference();
    }
    int days = input.path("RecoveryWindowInDays").asInt(DEFAULT_WINDOW_DAYS);
    Instant when = clock.instant().plus(days, ChronoUnit.DAYS);
    secret.delete(when);
    return secret.reference().put("DeletionDate", when.getEpochSecond());
  }

  private ObjectNode restore(JsonNode input) {
    StoredSecret secret = find(input);
    secret.restore();
    return secret.reference();
  }

  private ObjectNode list(JsonNode input) {
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

  private StoredSecret findAlive(JsonNode input) {
    StoredSecret secret = find(input);
    if (secret.isDeleted()) {
      throw invalid(
          "You can't perform this operation on the secret because it was marked for deletion.");
    }
    return secret;
  }

  private StoredSecret find(JsonNode input) {
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

  private static void setTag(StoredSecret secret, JsonNode tag) {
    secret.tags().put(tag.path("Key").asText(), tag.path("Value").asText());
  }

  private static String token(JsonNode input) {
    return input.path("ClientRequestToken").asText(UUID.randomUUID().toString());
  }

  private static AwsRefusal invalid(String message) {
    return new AwsRefusal(400, "InvalidRequestException", message);
  }
}
