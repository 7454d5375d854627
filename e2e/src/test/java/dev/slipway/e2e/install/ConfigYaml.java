package dev.slipway.e2e.install;

import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.source.Sources;
import java.util.LinkedHashMap;
import java.util.Map;

/** A config.yaml as an operator fills it in. */
public final class ConfigYaml {
  private final Map<String, String> lines = new LinkedHashMap<>();
  private final String repoUrl;

  private ConfigYaml(String repoUrl) {
    this.repoUrl = repoUrl;
  }

  public static ConfigYaml of(Cluster cluster, Sources sources) {
    return new ConfigYaml(sources.git().url())
        .with("cluster_name", cluster.name())
        .with("auto_mode", "true")
        .with("region", cluster.region())
        .with("domain", cluster.name() + ".example.org")
        .with("path_routing", "true");
  }

  public ConfigYaml with(String key, String value) {
    lines.put(key, value);
    return this;
  }

  public String value(String key) {
    return lines.get(key);
  }

  public String text() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("repo:\n  url: \"").append(repoUrl).append("\"\n");
    yaml.append("  revision: \"main\"\n  basepath: \"packages\"\n");
    lines.forEach((key, value) -> yaml.append(key).append(": \"").append(value).append("\"\n"));
    return yaml.append("tags:\n  env: \"test\"\n").toString();
  }
}
