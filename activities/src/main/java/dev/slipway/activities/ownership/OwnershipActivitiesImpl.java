package dev.slipway.activities.ownership;

import static dev.slipway.activities.failure.KubernetesFailures.naming;

import dev.slipway.activities.allowance.Allowed;
import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.ownership.WriterTokens.Patience;
import dev.slipway.activities.ownership.record.InstallationRecord;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;

/** Keeps the Lease and the installation record of a cluster. */
public final class OwnershipActivitiesImpl implements OwnershipActivities {
  private final Allowed allowed;
  private final ClusterAccess clusters;
  private final OwnerStatus status;
  private final Patience patience;

  public OwnershipActivitiesImpl(
      Allowed allowed, ClusterAccess clusters, OwnerStatus status, Patience patience) {
    this.allowed = allowed;
    this.clusters = clusters;
    this.status = status;
    this.patience = patience;
  }

  @Override
  public void claimCluster(Target target, Owner owner, String planDigest, Mandate mandate) {
    allowed.require(target.cluster(), mandate);
    naming(ClusterLease.OBJECT, () -> lease(target).claim(owner, planDigest));
  }

  @Override
  public boolean holdsCluster(Target target, Owner owner, String planDigest) {
    return naming(ClusterLease.OBJECT, () -> lease(target).isHeldBy(owner, planDigest));
  }

  @Override
  public void releaseCluster(Target target, Owner owner) {
    naming(ClusterLease.OBJECT, () -> lease(target).release(owner, patience));
  }

  @Override
  public void openInstallationRecord(Platform platform, Approval approval) {
    naming(InstallationRecord.OBJECT, () -> record(platform).open(platform, approval));
  }

  @Override
  public void completeInstallationRecord(Platform platform, InstalledParts parts) {
    naming(InstallationRecord.OBJECT, () -> record(platform).complete(parts));
  }

  private InstallationRecord record(Platform platform) {
    return new InstallationRecord(clusters.client(platform.target()));
  }

  private ClusterLease lease(Target target) {
    return new ClusterLease(clusters.client(target), status);
  }
}
