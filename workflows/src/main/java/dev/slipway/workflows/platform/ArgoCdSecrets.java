package dev.slipway.workflows.platform;

/**
 * The Secrets that Argo CD lives by, and the ExternalSecrets that make them, all in Argo CD's
 * namespace. The names stand in {@code packages/argo-cd/manifests}, and in upstream's as well.
 */
public final class ArgoCdSecrets {
  /** The Secret that tells Argo CD of the cluster: its labels decide which addons it gets. */
  public static final String CLUSTER = "hub-cluster";

  /** The ExternalSecret that makes {@link #CLUSTER}. */
  public static final String CLUSTER_SOURCE = "hub-cluster-secret";

  /** The Secret with the credentials of the Git repositories, and the ExternalSecret of it. */
  public static final String REPOSITORY = "github-app-org";

  private ArgoCdSecrets() {}
}
