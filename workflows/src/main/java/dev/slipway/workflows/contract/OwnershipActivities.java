package dev.slipway.workflows.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Instant;
import java.util.List;

/** Who works on the cluster (a Lease), and what was done to it (a ConfigMap). */
@ActivityInterface
public interface OwnershipActivities {

  /**
   * Takes the Lease {@code slipway} in namespace {@code kube-system}, which does not expire, and
   * writes into it under which plan.
   *
   * <p>Idempotent: an owner that holds it already keeps it, under the plan given last. A Lease of
   * another owner is taken over only when Temporal says that the owner is closed.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#CLUSTER_OWNED} naming the
   *     owner; {@link FailureType#TEMPORAL_UNAVAILABLE} where Temporal could not be asked; {@link
   *     FailureType#NOT_ALLOWED} where the worker's operator does not allow such a run
   */
  @ActivityMethod(name = "ClaimCluster")
  void claimCluster(Target target, Owner owner, String planDigest, Mandate mandate);

  /**
   * Whether the Lease names this owner and this plan: what a run that continues another one claims
   * to have been agreed to.
   *
   * <p>Idempotent: reads only.
   *
   * @throws io.temporal.failure.ApplicationFailure where the cluster could not be asked, which is
   *     no answer: {@link FailureType#CLUSTER_UNREACHABLE}, {@link FailureType#ACCESS_DENIED}
   */
  @ActivityMethod(name = "HoldsCluster")
  boolean holdsCluster(Target target, Owner owner, String planDigest);

  /**
   * Gives the Lease back, once nobody writes under it any more: a writer that it still names is
   * told to stop and awaited for 15 s. Idempotent: a Lease that is gone or another's is left alone.
   */
  @ActivityMethod(name = "ReleaseCluster")
  void releaseCluster(Target target, Owner owner);

  /**
   * Writes what must be remembered from before the install into ConfigMap {@code
   * slipway-installation} (namespace {@code kube-system}): the namespaces and CRDs that were there,
   * and who approved which plan.
   *
   * <p>Idempotent: the before-lists of an earlier run are kept, never overwritten.
   */
  @ActivityMethod(name = "OpenInstallationRecord")
  void openInstallationRecord(Platform platform, Approval approval);

  /** Completes the record with what was installed. Idempotent: the same content changes nothing. */
  @ActivityMethod(name = "CompleteInstallationRecord")
  void completeInstallationRecord(Platform platform, InstalledParts parts);

  /**
   * Who agreed to what.
   *
   * @param approver the name that was given, a claim; null where no approval was required
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Approval(
      Owner owner, String planDigest, String approver, String comment, Instant decidedAt) {}

  /** What the install led to. */
  record InstalledParts(
      List<ReleaseActivities.Release> releases,
      String configArn,
      String githubAppArn,
      List<String> applications) {
    public InstalledParts {
      releases = List.copyOf(releases);
      applications = List.copyOf(applications);
    }
  }
}
