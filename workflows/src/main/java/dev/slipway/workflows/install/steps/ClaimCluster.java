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

  private final ActivityCalls calls;

  public ClaimCluster(ActivityCalls calls) {
    this.calls = calls;
  }

  @Override
  public FlowLine line() {
    return InstallLine.CLAIM_CLUSTER;
  }

  @Override
  public Void run(Agreed agreed) {
    Platform platform = agreed.platform();
    new ClusterClaim(calls, platform.target()).take(agreed.agreement().plan().digest());
    calls
        .of(OwnershipActivities.class, "Write down who agreed and what was there before")
        .openInstallationRecord(platform, approval(agreed.agreement()));
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
