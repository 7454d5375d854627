package dev.slipway.workflows.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The GitHub App credentials: the files {@code private/NAME.yaml} as one JSON object, each under
 * its name. Problems name files and keys, never values; neither does {@code toString}.
 */
public final class GithubAppSecret {
  private static final String ARGO_CD = "argocd-github";
  private static final Map<String, List<String>> REQUIRED = new LinkedHashMap<>();
  private static final ObjectMapper JSON = new JsonMapper();
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();

  static {
    REQUIRED.put(ARGO_CD, List.of("url", "appId", "installationId", "privateKey"));
    REQUIRED.put(
        "backstage-github",
        List.of("appId", "webhookUrl", "clientId", "clientSecret", "webhookSecret", "privateKey"));
  }

  private final ObjectNode content;
  private final List<String> unreadable;

  private GithubAppSecret(ObjectNode content, List<String> unreadable) {
    this.content = content;
    this.unreadable = unreadable;
  }

  /**
   * Reads the texts of the files.
   *
   * @param files YAML by file name without its ending
   */
  public static GithubAppSecret ofFiles(SortedMap<String, String> files) {
    ObjectNode content = JSON.createObjectNode();
    List<String> unreadable = new ArrayList<>();
    files.forEach((name, text) -> add(content, unreadable, name, text));
    return new GithubAppSecret(content, unreadable);
  }

  /** Reads the text of the secret in AWS. */
  public static GithubAppSecret ofJson(String text) {
    try {
      if (JSON.readTree(text) instanceof ObjectNode content) {
        return new GithubAppSecret(content, List.of());
      }
      return new GithubAppSecret(JSON.createObjectNode(), List.of("it is no JSON object"));
    } catch (JsonProcessingException e) {
      return new GithubAppSecret(JSON.createObjectNode(), List.of("it is no JSON"));
    }
  }

  /** What is missing or cannot be right; empty when the secret is complete. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(unreadable);
    REQUIRED.forEach((name, keys) -> check(problems, name, keys));
    return problems;
  }

  public String asJson() {
    return content.toString();
  }

  @Override
  public String toString() {
    return "GithubAppSecret" + content.properties().stream().map(Map.Entry::getKey).toList();
  }

  // The parser's own message quotes the text, so only the line is told.
  private static void add(ObjectNode content, List<String> unreadable, String name, String text) {
    try {
      content.set(name, YAML.readTree(text));
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : " from line " + e.getLocation().getLineNr();
      unreadable.add(name + " is no YAML" + place);
    }
  }

  private void check(List<String> problems, String name, List<String> keys) {
    if (!content.has(name)) {
      if (name.equals(ARGO_CD) && unreadable.stream().noneMatch(it -> it.startsWith(name))) {
        problems.add(name + " is missing");
      }
      return;
    }
    keys.forEach(key -> check(problems, name + "." + key, key, content.path(name).path(key)));
  }

  private static void check(List<String> problems, String path, String key, JsonNode value) {
    if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
      problems.add(path + " is missing");
    } else if (key.equals("privateKey") && !value.asText().contains("PRIVATE KEY-----")) {
      problems.add(path + " is no private key in PEM form");
    } else if (value.asText().contains("<")) {
      problems.add(path + " still holds its placeholder");
    }
  }
}
