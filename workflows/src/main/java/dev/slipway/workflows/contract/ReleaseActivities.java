package dev.slipway.workflows.contract;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Helm releases; runs on the Helm task queue, where every slot is a child process. */
@ActivityInterface
public interface ReleaseActivities {

  /**
   * Brings a release to the chart, version and values of the packages folder.
   *
   * <p>Idempotent: a release that is deployed with the same chart version and values digest is left
   * alone, and so is one that Argo CD manages by now; one left pending by a killed process is
   * repaired first. Does not wait for pods, see {@link WorkloadActivities}.
   *
   * <p>One attempt at a time writes: it takes the release's token in the cluster's Lease, waits
   * until an earlier attempt that still had it must have stopped, and stops itself where it loses
   * the token or cannot see it.
   *
   * @param owner the run that holds the cluster; null from a workflow of an earlier build
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#RELEASE_OWNED}, {@link
   *     FailureType#CHART_REPOSITORY_UNAVAILABLE}, {@link FailureType#CHART_REFUSED}, {@link
   *     FailureType#HELM_FAILED}, {@link FailureType#HELM_REFUSED}, {@link
   *     FailureType#CLUSTER_OWNED} where the Lease is not the owner's
   */
  @ActivityMethod(name = "InstallRelease")
  Release installRelease(Platform platform, BootstrapRelease release, Owner owner);

  /**
   * A release as it is now, and what had to be done for it.
   *
   * @param outcome an {@link Outcome} by name; text, so that a reader shows one it does not know
   */
  record Release(String name, String namespace, String chartVersion, int revision, String outcome) {
    /** What {@code installRelease} did. */
    public enum Outcome {
      INSTALLED,
      UPGRADED,
      LEFT_ALONE,
      MANAGED_BY_ARGO_CD
    }
  }
}
