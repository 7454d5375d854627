package dev.slipway.activities.eks;

import static java.util.Objects.requireNonNull;

import dev.slipway.workflows.platform.ClusterId;

/**
 * A cluster as EKS describes it.
 *
 * @param certificateAuthority PEM, base64-encoded as in a kubeconfig
 * @param status {@code ACTIVE} when it can be used
 * @param version Kubernetes version, such as {@code 1.35}
 */
public record EksCluster(
    String arn, String endpoint, String certificateAuthority, String status, String version) {
  public EksCluster {
    requireNonNull(arn, "arn");
    requireNonNull(status, "status");
    requireNonNull(version, "version");
  }

  public boolean isActive() {
    return status.equals("ACTIVE") || status.equals("UPDATING");
  }

  /** Whether the ARN, {@code arn:<partition>:eks:<region>:<account>:cluster/<name>}, names it. */
  boolean is(ClusterId id) {
    return arn.endsWith(":eks:%s:%s:cluster/%s".formatted(id.region(), id.account(), id.name()));
  }

  /** A cluster that is being created has neither endpoint nor certificate authority. */
  boolean isReachable() {
    return endpoint != null && certificateAuthority != null;
  }

  boolean isReachedLike(EksCluster other) {
    return endpoint.equals(other.endpoint)
        && certificateAuthority.equals(other.certificateAuthority);
  }
}
