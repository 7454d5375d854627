package dev.slipway.workflows.world;

import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import java.util.List;

/** A cluster that one run owns at a time, and the record of what was installed. */
public final class FakeLease implements OwnershipActivities {
  private final List<String> done;
  private volatile String stranger;
  private volatile Owner holder;
  private volatile String heldUnder;

  public FakeLease(List<String> done) {
    this.done = done;
  }

  public void ownedBy(String somebodyElse) {
    stranger = somebodyElse;
  }

  /** Whoever asks holds the Lease, under this plan. */
  public void heldUnder(String planDigest) {
    heldUnder = planDigest;
  }

  @Override
  public void claimCluster(Target target, Owner owner, String planDigest, Mandate mandate) {
    if (stranger != null) {
      throw FailureType.CLUSTER_OWNED.failure("the cluster is owned by " + stranger);
    }
    holder = owner;
    heldUnder = planDigest;
    done.add("claim under " + planDigest);
  }

  @Override
  public boolean holdsCluster(Target target, Owner owner, String planDigest) {
    return (holder == null || holder.equals(owner)) && planDigest.equals(heldUnder);
  }

  @Override
  public void releaseCluster(Target target, Owner owner) {
    heldUnder = null;
    done.add("release");
  }

  @Override
  public void openInstallationRecord(Platform platform, Approval approval) {
    done.add("record approval of " + approval.approver());
  }

  @Override
  public void completeInstallationRecord(Platform platform, InstalledParts parts) {
    done.add("record outcome");
  }
}
