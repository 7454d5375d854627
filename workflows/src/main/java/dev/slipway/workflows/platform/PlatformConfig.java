package dev.slipway.workflows.platform;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What config.yaml says, checked and normalised. It holds no secret.
 *
 * @param repo where Argo CD finds the packages
 * @param secretPrefix prefix of the names in AWS Secrets Manager, without a slash at its end
 * @param tags put on the AWS secrets, sorted by key
 */
public record PlatformConfig(
    Repo repo,
    String clusterName,
    boolean autoMode,
    String region,
    String domain,
    String route53HostedZoneId,
    boolean pathRouting,
    String secretPrefix,
    Map<String, String> tags) {

  /**
   * A Git repository with the packages.
   *
   * @param revision branch, tag or commit
   * @param basepath folder of the packages in it
   */
  public record Repo(String url, String revision, String basepath) {
    public Repo {
      requireNonNull(url, "repo.url");
      requireNonNull(revision, "repo.revision");
      requireNonNull(basepath, "repo.basepath");
    }
  }

  public PlatformConfig {
    requireNonNull(repo, "repo");
    requireNonNull(clusterName, "cluster_name");
    requireNonNull(region, "region");
    requireNonNull(domain, "domain");
    requireNonNull(route53HostedZoneId, "route53_hosted_zone_id");
    requireNonNull(secretPrefix, "secret_prefix");
    tags = tags == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  /** The prefix of a configuration that names none. */
  public static String defaultSecretPrefix(String clusterName) {
    return "cnoe-ref-impl/" + clusterName;
  }

  /** Whether the prefix is the one that a configuration has which names none. */
  public boolean hasDefaultSecretPrefix() {
    return secretPrefix.equals(defaultSecretPrefix(clusterName));
  }

  public PlatformConfig withSecretPrefix(String otherPrefix) {
    return new PlatformConfig(
        repo,
        clusterName,
        autoMode,
        region,
        domain,
        route53HostedZoneId,
        pathRouting,
        otherPrefix,
        tags);
  }

  /** Name of the AWS secret that holds {@link #asJson()}. */
  public String configSecret() {
    return secretPrefix + "/config";
  }

  /** Name of the AWS secret that holds the GitHub App credentials. */
  public String githubAppSecret() {
    return secretPrefix + "/github-app";
  }

  /**
   * The keys of config.yaml in one fixed order, as {@link #configSecret()} holds them: External
   * Secrets reads them by name, and wants the two switches as strings.
   */
  public ObjectNode asJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("repo")
        .put("url", repo.url())
        .put("revision", repo.revision())
        .put("basepath", repo.basepath());
    json.put("cluster_name", clusterName);
    json.put("auto_mode", Boolean.toString(autoMode));
    json.put("region", region);
    json.put("domain", domain);
    json.put("route53_hosted_zone_id", route53HostedZoneId);
    json.put("path_routing", Boolean.toString(pathRouting));
    json.put("secret_prefix", secretPrefix);
    ObjectNode tagsNode = json.putObject("tags");
    tags.forEach(tagsNode::put);
    return json;
  }
}
