package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.progress.FlowLine;

/** Finds out whether the cluster's Lease says that this chain works under a plan. */
record LookAtClaim(FlowLine line, ClusterClaim claim) implements FlowStep<String, Boolean> {

  @Override
  public Boolean run(String planDigest) {
    return claim.isHeldUnder(planDigest);
  }
}
