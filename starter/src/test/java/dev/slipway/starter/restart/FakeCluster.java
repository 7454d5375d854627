package dev.slipway.starter.restart;

import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.contract.VisibilityActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A cluster with nothing but its Lease. */
public final class FakeCluster implements OwnershipActivities, VisibilityActivities {
  private final CountDownLatch free = new CountDownLatch(1);
  private volatile String lease = "";
  private volatile boolean denied;
  private int runs;

  /** Lets the Lease be taken. */
  public FakeCluster let() {
    free.countDown();
    return this;
  }

  /** Whoever takes the Lease may not, until it is mended. */
  public FakeCluster deny() {
    denied = true;
    return this;
  }

  /** The Lease may be taken from now on. */
  public void mend() {
    denied = false;
  }

  /** Waits until so many runs have begun. */
  public synchronized void awaitRuns(int wanted) throws InterruptedException {
    while (runs < wanted) {
      wait();
    }
  }

  @Override
  public synchronized List<String> findSearchAttributes(List<String> wanted) {
    runs++;
    notifyAll();
    return List.of();
  }

  @Override
  public void claimCluster(Target target, Owner owner, String planDigest, Mandate mandate) {
    if (denied) {
      throw FailureType.ACCESS_DENIED.failure("Lease kube-system/slipway: may not create");
    }
    try {
      if (!free.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Nobody let the Lease be taken");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lease = planDigest;
  }

  @Override
  public boolean holdsCluster(Target target, Owner owner, String planDigest) {
    return lease.equals(planDigest);
  }

  @Override
  public void releaseCluster(Target target, Owner owner) {
    lease = "";
  }

  @Override
  public void openInstallationRecord(Platform platform, Approval approval) {
    throw new UnsupportedOperationException("nothing is installed");
  }

  @Override
  public void completeInstallationRecord(Platform platform, InstalledParts parts) {
    throw new UnsupportedOperationException("nothing is installed");
  }
}
