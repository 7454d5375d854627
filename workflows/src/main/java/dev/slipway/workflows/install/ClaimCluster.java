package dev.slipway.workflows.install;

import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.contract.OwnershipActivities.Approval;
import dev.slipway.workflows.contract.OwnershipActivities.Outcome;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.contract.Target;
import dev.slipway.workflows.progress.Step;
import java.time.Duration;

/** Takes the cluster's Lease and writes down who agreed and what was there before. */
final class ClaimCluster implements InstallStep<Agreement, Void> {
  private final Stubs stubs;
  private final Owner owner;

  ClaimCluster(Stubs stubs, Owner owner) {
    this.stubs = stubs;
    this.owner = owner;
  }

  @Override
  public Step step() {
    return Step.CLAIM_CLUSTER;
  }

  @Override
  public Void run(Agreement agreement) {
    Platform platform = agreement.plan().platform();
    OwnershipActivities activities =
        stubs.of(OwnershipActivities.class, "Claim the cluster for this run");
    activities.claimCluster(platform.target(), owner);
    activities.openInstallationRecord(platform, approval(agreement));
    return null;
  }

  /** Completes the record of the installation. */
  void complete(Platform platform, Outcome outcome) {
    stubs
        .of(OwnershipActivities.class, "Write down what was installed")
        .completeInstallationRecord(platform, outcome);
  }

  /** Gives the Lease back, whatever the run came to. */
  void release(Target target, Duration budget) {
    stubs
        .within(budget, OwnershipActivities.class, "Give the cluster back")
        .releaseCluster(target, owner);
  }

  private Approval approval(Agreement agreement) {
    Decision decision = agreement.decision();
    String digest = agreement.plan().digest();
    return decision == null
        ? new Approval(owner, digest, null, null, null)
        : new Approval(
            owner, digest, decision.approver(), decision.comment(), decision.decidedAt());
  }
}
