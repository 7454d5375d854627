package dev.slipway.e2e.bed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.e2e.bed.source.Sources;
import java.io.UncheckedIOException;

/** The JSON object that a person would type to install on a cluster of the bed. */
public record InstallInput(ObjectNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Domain routing, Auto Mode, this checkout's packages. */
  public static InstallInput forCluster(Cluster cluster, Sources sources) {
    ObjectNode input = JSON.createObjectNode();
    input.put("account", cluster.account());
    input.put("region", cluster.region());
    input.put("cluster", cluster.name());
    ObjectNode config = input.putObject("config");
    config
        .putObject("repo")
        .put("url", sources.git().url())
        .put("revision", "main")
        .put("basepath", "packages");
    config.put("cluster_name", cluster.name());
    config.put("auto_mode", "true");
    config.put("region", cluster.region());
    config.put("domain", "idp.bed.test");
    config.put("route53_hosted_zone_id", "Z0123456789ABCDEFGHIJ");
    config.put("path_routing", "false");
    return new InstallInput(input);
  }

  /** The same with another field of the request. */
  public InstallInput with(String field, Object value) {
    ObjectNode changed = json.deepCopy();
    changed.set(field, JSON.valueToTree(value));
    return new InstallInput(changed);
  }

  /** The same with another key of config.yaml. */
  public InstallInput withConfig(String key, Object value) {
    ObjectNode changed = json.deepCopy();
    ((ObjectNode) changed.get("config")).set(key, JSON.valueToTree(value));
    return new InstallInput(changed);
  }

  /** For {@code temporal workflow start --input}. */
  public String text() {
    return json.toString();
  }

  /** The same as a config.yaml. */
  public String configYaml() {
    try {
      return new YAMLMapper().writeValueAsString(json.get("config"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
