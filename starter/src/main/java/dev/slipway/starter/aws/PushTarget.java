package dev.slipway.starter.aws;

import dev.slipway.workflows.platform.ClusterId;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the GitHub App credentials go, and for whom.
 *
 * @param secretPrefix prefix of the secrets' names
 * @param tags from config.yaml
 */
public record PushTarget(ClusterId cluster, String secretPrefix, Map<String, String> tags) {
  static final String OWNER_TAG = "slipway:cluster";

  public PushTarget {
    tags = Map.copyOf(tags);
  }

  public String secret() {
    return secretPrefix + "/github-app";
  }

  String configSecret() {
    return secretPrefix + "/config";
  }

  Map<String, String> tagsWithOwner() {
    Map<String, String> all = new TreeMap<>(tags);
    all.put(OWNER_TAG, cluster.toString());
    return all;
  }
}
