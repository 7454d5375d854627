package dev.slipway.starter.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/**
 * Writes the GitHub App credentials by the worker's rules: CreateSecret is the claim, an owner tag
 * says whose the secret is, and another cluster's is never overwritten.
 */
public final class SecretPush implements AutoCloseable {
  private final SecretsManagerClient client;
  private final PushTarget target;
  private final String name;

  /** What was done. */
  public enum Result {
    CREATED,
    UPDATED,
    LEFT_ALONE
  }

  public SecretPush(PushTarget target, Map<String, String> environment) {
    this.client = new AwsConnection(target.cluster().region(), environment).secretsManager();
    this.target = target;
    this.name = target.secret();
  }

  /** Idempotent: an equal value is left alone. */
  public Result push(String value) {
    return AwsConnection.translating(
        "write secret " + name, () -> isCreated(value) ? Result.CREATED : converge(value));
  }

  private boolean isCreated(String value) {
    if (find(name).isPresent()) {
      return false;
    }
    try {
      client.createSecret(
          call ->
              call.name(name)
                  .description("Secret created for github-app of CNOE AWS Reference Implementation")
                  .secretString(value)
                  .tags(tags())
                  .clientRequestToken(RequestToken.of(name, "", value)));
      return true;
    } catch (ResourceExistsException e) {
      return false;
    }
  }

  private Result converge(String value) {
    DescribeSecretResponse secret =
        find(name)
            .orElseThrow(
                () -> new CommandFailure(ExitCode.AWS_FAILED, "Secret " + name + " is gone again"));
    requireOurs(secret);
    if (secret.deletedDate() != null) {
      client.restoreSecret(call -> call.secretId(name));
    }
    if (!tagsOf(secret).entrySet().containsAll(target.tagsWithOwner().entrySet())) {
      client.tagResource(call -> call.secretId(name).tags(tags()));
    }
    Optional<GetSecretValueResponse> present = value(name);
    if (present.filter(it -> value.equals(it.secretString())).isPresent()) {
      return Result.LEFT_ALONE;
    }
    String replaced = present.map(GetSecretValueResponse::versionId).orElse("");
    client.putSecretValue(
        call ->
            call.secretId(name)
                .secretString(value)
                .clientRequestToken(RequestToken.of(name, replaced, value)));
    return Result.UPDATED;
  }

  private void requireOurs(DescribeSecretResponse secret) {
    String cluster = target.cluster().toString();
    String owner = tagsOf(secret).get(PushTarget.OWNER_TAG);
    if (owner == null && secret.deletedDate() == null && isOursByConfig()) {
      return;
    }
    if (!cluster.equals(owner)) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "Secret "
              + name
              + (owner == null ? " belongs to nobody known" : " belongs to cluster " + owner)
              + "; it is not overwritten. Set secret_prefix in config.yaml, or tag the secret "
              + PushTarget.OWNER_TAG
              + "="
              + cluster
              + " if it is this cluster's");
    }
  }

  // Upstream's secrets carry no owner, but the configuration beside them names the cluster.
  private boolean isOursByConfig() {
    return value(target.configSecret())
        .map(config -> clusterIn(config.secretString()))
        .filter(target.cluster().name()::equals)
        .isPresent();
  }

  private static String clusterIn(String config) {
    try {
      return new ObjectMapper().readTree(config).path("cluster_name").asText("");
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private Optional<DescribeSecretResponse> find(String secret) {
    try {
      return Optional.of(client.describeSecret(call -> call.secretId(secret)));
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }

  private Optional<GetSecretValueResponse> value(String secret) {
    try {
      return Optional.of(client.getSecretValue(call -> call.secretId(secret)));
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }

  private List<Tag> tags() {
    return target.tagsWithOwner().entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private static Map<String, String> tagsOf(DescribeSecretResponse secret) {
    return secret.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  @Override
  public void close() {
    client.close();
  }
}
