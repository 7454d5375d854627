package dev.slipway.activities.ownership;

import static dev.slipway.activities.failure.KubernetesFailures.naming;

import dev.slipway.activities.allowance.Allowed;
import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.ownership.WriterTokens.Patience;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import java.util.Map;

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
    naming(InstallationRecord.OBJECT, () -> open(record(platform), platform, approval));
  }

  @Override
  public void completeInstallationRecord(Platform platform, InstalledParts parts) {
    naming(
        InstallationRecord.OBJECT, () -> record(platform).write(RecordEntries.completion(parts)));
  }

  /** The lists from before the first install stay what they are. */
  private static boolean open(InstallationRecord record, Platform platform, Approval approval) {
    Map<String, String> present = record.read();
    if (RecordEntries.isInstalled(present, platform)) {
      return false;
    }
    Map<String, String> entries = RecordEntries.opening(platform, approval);
    if (!present.containsKey(RecordEntries.NAMESPACES_BEFORE)) {
      entries.put(RecordEntries.NAMESPACES_BEFORE, record.namespaces());
      entries.put(RecordEntries.DEFINITIONS_BEFORE, record.definitions());
    }
    return record.write(entries);
  }

  private InstallationRecord record(Platform platform) {
    return new InstallationRecord(clusters.client(platform.target()));
  }

  private ClusterLease lease(Target target) {
    return new ClusterLease(clusters.client(target), status);
  }
}
