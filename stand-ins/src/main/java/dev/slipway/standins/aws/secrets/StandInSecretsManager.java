package dev.slipway.standins.aws.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.aws.protocol.AwsAnswer;
import dev.slipway.standins.aws.protocol.AwsCall;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Secrets Manager: claims, versions by request token, tags, the deletion window. */
public final class StandInSecretsManager {
  private static final int DEFAULT_WINDOW_DAYS = 30;

  private final Clock clock;
  private final SecretVault vault;

  public StandInSecretsManager(String account, Clock clock) {
    this.clock = clock;
    vault = new SecretVault(account, clock);
  }

  /** The current value; empty where there is none that may be read. */
  public synchronized Optional<String> value(String name) {
    return vault.named(name).filter(secret -> !secret.isDeleted()).map(StoredSecret::currentValue);
  }

  public synchronized AwsAnswer answer(AwsCall call) {
    JsonNode input = call.json();
    return AwsAnswer.json(
        switch (call.target()) {
          case "CreateSecret" -> vault.create(call.region(), input);
          case "DescribeSecret" -> vault.find(input).description();
          case "GetSecretValue" -> get(input);
          case "PutSecretValue", "UpdateSecret" -> put(input);
          case "TagResource" -> tag(input);
          case "UntagResource" -> untag(input);
          case "DeleteSecret" -> delete(input);
          case "RestoreSecret" -> restore(input);
          case "ListSecrets" -> vault.list(input);
          default -> throw call.unknown();
        });
  }

  private ObjectNode get(JsonNode input) {
    StoredSecret secret = vault.findAlive(input);
    ObjectNode answer = secret.reference().put("SecretString", secret.currentValue());
    answer.put("VersionId", secret.currentVersion());
    answer.put("CreatedDate", secret.currentSince().toEpochMilli() / 1000.0);
    secret.stages(secret.currentVersion()).forEach(answer.putArray("VersionStages")::add);
    return answer;
  }

  private ObjectNode put(JsonNode input) {
    StoredSecret secret = vault.findAlive(input);
    if (input.hasNonNull("Description")) {
      secret.describe(input.get("Description").asText());
    }
    if (input.hasNonNull("SecretString")) {
      secret.put(SecretVault.token(input), input.get("SecretString").asText());
    }
    return secret.reference().put("VersionId", secret.currentVersion());
  }

  private ObjectNode tag(JsonNode input) {
    StoredSecret secret = vault.findAlive(input);
    input.path("Tags").forEach(tag -> secret.tag(tag));
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode untag(JsonNode input) {
    StoredSecret secret = vault.findAlive(input);
    input.path("TagKeys").forEach(key -> secret.tags().remove(key.asText()));
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode delete(JsonNode input) {
    StoredSecret secret = vault.findAlive(input);
    if (input.path("ForceDeleteWithoutRecovery").asBoolean()) {
      vault.drop(secret);
      return secret.reference();
    }
    int days = input.path("RecoveryWindowInDays").asInt(DEFAULT_WINDOW_DAYS);
    Instant when = clock.instant().plus(days, ChronoUnit.DAYS);
    secret.delete(when);
    return secret.reference().put("DeletionDate", when.getEpochSecond());
  }

  private ObjectNode restore(JsonNode input) {
    StoredSecret secret = vault.find(input);
    secret.restore();
    return secret.reference();
  }
}
