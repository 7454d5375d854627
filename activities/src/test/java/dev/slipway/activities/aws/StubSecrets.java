package dev.slipway.activities.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.aws.StubServices.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Secrets Manager: request tokens name versions, as in the real one. */
public final class StubSecrets {
  private static final JsonMapper JSON = new JsonMapper();
  private final Map<String, Secret> secrets = new TreeMap<>();
  private String slowerThan;

  private static final class Secret {
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private String current;
    private String description = "";
    private boolean inDeletion;

    void put(String version, String value) {
      if (versions.putIfAbsent(version, value) == null) {
        current = version;
      }
    }
  }

  public StubSecrets holds(String name, String value) {
    Secret secret = new Secret();
    secret.put("first", value);
    secrets.put(name, secret);
    return this;
  }

  public StubSecrets tagged(String name, String key, String value) {
    secrets.get(name).tags.put(key, value);
    return this;
  }

  public StubSecrets inDeletion(String name) {
    secrets.get(name).inDeletion = true;
    return this;
  }

  /** Another cluster creates the secret between our look and our claim. */
  public StubSecrets anotherIsFaster(String name) {
    slowerThan = name;
    return this;
  }

  public boolean isInDeletion(String name) {
    return secrets.get(name).inDeletion;
  }

  public String value(String name) {
    Secret secret = secrets.get(name);
    return secret.versions.get(secret.current);
  }

  public int versions(String name) {
    return secrets.get(name).versions.size();
  }

  public Map<String, String> tags(String name) {
    return secrets.get(name).tags;
  }

  public String description(String name) {
    return secrets.get(name).description;
  }

  Answer answer(String operation, String body) {
    JsonNode call = read(body);
    String name = call.path("SecretId").asText(call.path("Name").asText());
    if (operation.equals("CreateSecret")) {
      return create(name, call);
    }
    Secret secret = secrets.get(name);
    if (secret == null) {
      return Answer.error(400, "ResourceNotFoundException");
    }
    if (secret.inDeletion && operation.matches("(Get|Put)SecretValue")) {
      return Answer.error(400, "InvalidRequestException");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ARN", "arn:" + name);
    answer.put("Name", name);
    switch (operation) {
      case "DescribeSecret" -> describe(secret, answer);
      case "GetSecretValue" ->
          answer
              .put("SecretString", value(name))
              .put("VersionId", secret.current)
              .put("CreatedDate", 1_700_000_000 + secret.versions.size());
      case "PutSecretValue" ->
          secret.put(call.path("ClientRequestToken").asText(), call.path("SecretString").asText());
      case "RestoreSecret" -> secret.inDeletion = false;
      case "TagResource" -> tag(secret, call);
      default -> throw new IllegalStateException(operation);
    }
    return Answer.of(answer.toString());
  }

  private Answer create(String name, JsonNode call) {
    if (name.equals(slowerThan)) {
      holds(name, "{}").tagged(name, "slipway:cluster", "123456789012/eu-west-3/beta");
    }
    if (secrets.containsKey(name)) {
      return Answer.error(400, "ResourceExistsException");
    }
    Secret secret = new Secret();
    secret.description = call.path("Description").asText();
    secret.put(call.path("ClientRequestToken").asText(), call.path("SecretString").asText());
    tag(secret, call);
    secrets.put(name, secret);
    return Answer.of("{\"ARN\":\"arn:" + name + "\",\"Name\":\"" + name + "\"}");
  }

  private static void describe(Secret secret, ObjectNode answer) {
    secret.tags.forEach(
        (key, value) -> answer.withArray("Tags").addObject().put("Key", key).put("Value", value));
    if (secret.inDeletion) {
      answer.put("DeletedDate", 1_700_000_000);
    }
  }

  private static void tag(Secret secret, JsonNode call) {
    call.path("Tags")
        .forEach(tag -> secret.tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
