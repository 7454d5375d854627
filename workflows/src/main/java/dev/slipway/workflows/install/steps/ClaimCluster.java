package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.contract.OwnershipActivities.Approval;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.progress.FlowLine;

/** Takes the cluster's Lease and writes down who agreed and what was there before. */
public final class ClaimCluster implements FlowStep<ClaimCluster.Agreed, Void> {

  /** What the cluster is claimed for. */
  public record Agreed(Platform platform, Agreement agreement) {}

  private final ClusterClaim claim;
  private final OwnershipActivities activities;

  public ClaimCluster(ActivityCalls calls, ClusterClaim claim) {
    this.claim = claim;
    this.activities =
        calls.of(OwnershipActivities.class, "Write down who agreed and what was there before");
  }

  @Override
  public FlowLine line() {
    return InstallLine.CLAIM_CLUSTER;
  }

  @Override
  public Void run(Agreed agreed) {
    claim.take(agreed.agreement().plan().digest());
    activities.openInstallationRecord(agreed.platform(), approval(agreed.agreement()));
    return null;
  }

  private static Approval approval(Agreement agreement) {
    Owner owner = ClusterClaim.owner();
    Decision decision = agreement.decision();
    String digest = agreement.plan().digest();
    return decision == null
        ? new Approval(owner, digest, null, null, null)
        : new Approval(
            owner, digest, decision.approver(), decision.comment(), decision.decidedAt());
  }
}
