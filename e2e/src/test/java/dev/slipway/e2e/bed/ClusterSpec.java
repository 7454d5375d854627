package dev.slipway.e2e.bed;

import dev.slipway.e2e.bed.aws.Moto;

/** Which EKS cluster a test wants. */
public record ClusterSpec(String name, String region, String account) {
  public static ClusterSpec named(String name) {
    return new ClusterSpec(name, "us-west-2", Moto.ACCOUNT);
  }

  public ClusterSpec inRegion(String region) {
    return new ClusterSpec(name, region, account);
  }

  public ClusterSpec ofAccount(String account) {
    return new ClusterSpec(name, region, account);
  }
}
