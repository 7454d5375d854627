package dev.slipway.workflows.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.yaml.YamlDocument;
import dev.slipway.workflows.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The credentials of the two GitHub Apps, as External Secrets reads them from one AWS secret: each
 * {@code private/NAME.yaml} under key NAME. Problems name keys and lines, never a value; the value
 * is reachable by {@link #json()} only.
 */
public final class GithubAppSecret {
  // Narrower than in config.yaml: a random secret may well hold a bracket.
  private static final Pattern PLACEHOLDER = Pattern.compile("^<.*>$|/<[^/>]*>|\\.\\.$|REPLACE_ME");
  private static final Map<String, List<String>> REQUIRED = required();

  private final ObjectNode json;
  private final List<String> problems;

  private GithubAppSecret(ObjectNode json, List<String> problems) {
    this.json = json;
    this.problems = List.copyOf(problems);
  }

  private static Map<String, List<String>> required() {
    Map<String, List<String>> required = new LinkedHashMap<>();
    required.put("argocd-github", List.of("url", "appId", "installationId", "privateKey"));
    required.put(
        "backstage-github",
        List.of("appId", "webhookUrl", "clientId", "clientSecret", "webhookSecret", "privateKey"));
    return required;
  }

  /**
   * Reads the contents of {@code private/*.yaml}.
   *
   * @param yamlByName content by file name without its ending
   */
  public static GithubAppSecret read(Map<String, String> yamlByName) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    List<String> problems = new ArrayList<>();
    new TreeMap<>(yamlByName)
        .forEach((name, yaml) -> readFile(name, yaml, json.putObject(name), problems));
    problems.addAll(problemsOf(json));
    return new GithubAppSecret(json, problems);
  }

  private static void readFile(String name, String yaml, ObjectNode target, List<String> problems) {
    try {
      if (YamlDocument.parse(yaml) instanceof YamlNode.Keys keys) {
        keys.entries().forEach(entry -> readEntry(name, entry, target, problems));
      } else {
        problems.add(name + ": holds no keys");
      }
    } catch (YamlDocument.Unreadable e) {
      problems.add(name + ", line " + e.line() + ": " + e.getMessage());
    }
  }

  private static void readEntry(
      String name, YamlNode.Entry entry, ObjectNode target, List<String> problems) {
    String where = name + "." + entry.key() + ", line " + entry.line() + ": ";
    if (target.has(entry.key())) {
      problems.add(where + "is given twice");
    }
    if (entry.value() instanceof YamlNode.Text text) {
      target.put(entry.key(), text.value());
      return;
    }
    target.putNull(entry.key());
    if (!(entry.value() instanceof YamlNode.Nothing)) {
      problems.add(where + "is " + entry.value().kind() + "; one text is expected");
    }
  }

  /** What an AWS secret lacks, by the same rules; a pushed one is checked with it. */
  public static List<String> problemsOf(JsonNode secret) {
    List<String> problems = new ArrayList<>();
    REQUIRED.forEach(
        (name, keys) -> {
          JsonNode app = secret.path(name);
          if (app.isMissingNode() && !name.equals("argocd-github")) {
            return;
          }
          if (!app.isObject()) {
            problems.add(name + ": is missing; it needs " + String.join(", ", keys));
            return;
          }
          keys.forEach(key -> check(name + "." + key, key, app.path(key), problems));
        });
    return problems;
  }

  private static void check(String field, String key, JsonNode value, List<String> problems) {
    String text = value.asText("").strip();
    if (value.isMissingNode() || value.isNull() || text.isEmpty()) {
      problems.add(field + ": is missing");
    } else if (key.equals("privateKey")) {
      if (!text.startsWith("-----BEGIN ") || text.contains("\n...\n")) {
        problems.add(field + ": is no private key in PEM form");
      }
    } else if (PLACEHOLDER.matcher(text).find()) {
      problems.add(field + ": is a placeholder; fill in your own value");
    } else if (isNumber(field) && !text.matches("\\d+")) {
      problems.add(field + ": is no number, as GitHub shows it on the App's page");
    }
  }

  private static boolean isNumber(String field) {
    return field.equals("argocd-github.appId") || field.equals("argocd-github.installationId");
  }

  /** Everything that is missing or wrong; empty when the secret may be written. */
  public List<String> problems() {
    return problems;
  }

  /** Secret: the value to write. Only without problems. */
  public String json() {
    if (!problems.isEmpty()) {
      throw new IllegalStateException("The GitHub App credentials have problems");
    }
    return json.toString();
  }

  @Override
  public String toString() {
    return "GithubAppSecret[problems=" + problems + "]";
  }
}
