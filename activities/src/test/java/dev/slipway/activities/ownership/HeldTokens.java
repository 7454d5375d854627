package dev.slipway.activities.ownership;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.workflows.contract.Owner;

/** Tokens of a run that holds the cluster. */
public record HeldTokens(Owner owner, WriterTokens tokens) {

  /** Claims the cluster where the run does not hold it yet. */
  public static HeldTokens on(EmptyCluster cluster) {
    Owner owner = new Owner("default", "install", "first");
    new ClusterLease(cluster.client(), new FakeOwnerStatus()).claim(owner, "plan");
    Attempt attempt = new Attempt("default", "install", "1");
    return new HeldTokens(owner, new WriterTokens(cluster.access(), () -> attempt, wait -> {}));
  }
}
