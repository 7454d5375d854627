package dev.slipway.activities.ownership;

import dev.slipway.workflows.contract.Owner;

/** What Temporal knows about the run that a Lease names. */
public interface OwnerStatus {

  /**
   * Identity of this Temporal namespace that no other server's namespace of the same name has;
   * empty where the server does not tell.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link
   *     dev.slipway.workflows.failure.FailureType#TEMPORAL_UNAVAILABLE}
   */
  String namespaceId(String namespace);

  /**
   * Whether the run has ended. A run that the namespace does not know any more has ended, provided
   * that it is the same namespace.
   *
   * @param namespaceId as it was when the run took the Lease
   * @throws io.temporal.failure.ApplicationFailure {@link
   *     dev.slipway.workflows.failure.FailureType#TEMPORAL_UNAVAILABLE}, and {@link
   *     dev.slipway.workflows.failure.FailureType#CLUSTER_OWNED} where it cannot be established
   */
  boolean isClosed(Owner owner, String namespaceId);
}
