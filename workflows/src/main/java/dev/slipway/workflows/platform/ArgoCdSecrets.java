package dev.slipway.workflows.platform;

/**
 * The Secret that Argo CD knows the cluster by, and what makes it, both in Argo CD's namespace. The
 * names stand in {@code packages/argo-cd/manifests}, and in upstream's as well.
 */
public final class ArgoCdSecrets {
  /** The Secret that tells Argo CD of the cluster: its labels decide which addons it gets. */
  public static final String CLUSTER = "hub-cluster";

  /** The ExternalSecret that makes {@link #CLUSTER}. */
  public static final String CLUSTER_SOURCE = "hub-cluster-secret";

  private ArgoCdSecrets() {}
}
