package dev.slipway.workflows.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.yaml.YamlDocument;
import dev.slipway.workflows.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads config.yaml, as upstream has it, and reports all problems together. Pure, so that workflow
 * code may call it.
 */
public final class ConfigReader {
  private static final List<String> KEYS =
      List.of(
          "repo",
          "cluster_name",
          "auto_mode",
          "region",
          "domain",
          "route53_hosted_zone_id",
          "path_routing",
          "secret_prefix",
          "tags");
  private static final List<String> REPO_KEYS = List.of("url", "revision", "basepath");

  private final ConfigProblems problems = new ConfigProblems();

  private ConfigReader() {}

  /** Reads the text of a file; problems have lines. */
  public static ConfigReading read(String yamlText) {
    ConfigReader reader = new ConfigReader();
    try {
      return reader.readRoot(YamlDocument.parse(yamlText));
    } catch (YamlDocument.Unreadable e) {
      reader.problems.add(e.line(), "config", e.getMessage());
      return reader.result(null);
    }
  }

  /** Reads the same keys as JSON; problems have no lines. */
  public static ConfigReading read(JsonNode inline) {
    return new ConfigReader().readRoot(YamlNode.of(inline));
  }

  private ConfigReading readRoot(YamlNode node) {
    if (node instanceof YamlNode.Keys keys) {
      return readKeys(new ConfigSection("", keys, KEYS, problems));
    }
    problems.add(
        node.line(),
        "config",
        node instanceof YamlNode.Nothing
            ? "is empty"
            : "is " + node.kind() + "; a map with the keys of config.yaml is expected");
    return result(null);
  }

  private ConfigReading readKeys(ConfigSection root) {
    PlatformConfig.Repo repo = readRepo(root);
    String clusterName = root.required("cluster_name", ConfigRules::clusterName);
    String autoMode = root.required("auto_mode", ConfigRules::trueOrFalse);
    String region = root.required("region", ConfigRules::region);
    String domain = root.required("domain", DomainRule::check);
    String zone = root.required("route53_hosted_zone_id", ConfigRules::zoneId);
    String pathRouting = root.required("path_routing", ConfigRules::trueOrFalse);
    String prefix = root.optional("secret_prefix", ConfigRules::secretPrefix);
    Map<String, String> tags = new TagRules(problems).read(root);
    if (!problems.isEmpty()) {
      return result(null);
    }
    return result(
        new PlatformConfig(
            repo,
            clusterName,
            Boolean.parseBoolean(autoMode),
            region,
            domain.toLowerCase(Locale.ROOT),
            zone,
            Boolean.parseBoolean(pathRouting),
            prefix == null ? PlatformConfig.defaultSecretPrefix(clusterName) : prefix,
            tags));
  }

  private PlatformConfig.Repo readRepo(ConfigSection root) {
    YamlNode node = root.get("repo");
    if (!(node instanceof YamlNode.Keys keys)) {
      root.report(
          root.line("repo"),
          "repo",
          node == null ? "is missing" : "needs the keys " + String.join(", ", REPO_KEYS));
      return null;
    }
    ConfigSection section = new ConfigSection("repo.", keys, REPO_KEYS, problems);
    String url = section.required("url", RepoUrlRule::check);
    String revision = section.required("revision", ConfigRules::revision);
    String basepath = section.required("basepath", ConfigRules::basepath);
    return problems.isEmpty() ? new PlatformConfig.Repo(url, revision, basepath) : null;
  }

  private ConfigReading result(PlatformConfig config) {
    return new ConfigReading(config, problems.list());
  }
}
