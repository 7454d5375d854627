package dev.slipway.workflows.contract;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The manifests beside a chart: {@code packages/<addon>/manifests} and its siblings. */
@ActivityInterface
public interface ManifestActivities {

  /**
   * Applies the additional resources of one addon by server-side apply as field manager {@code
   * slipway}: namespaces, CRDs and stores before what reads them.
   *
   * <p>Idempotent: server-side apply of the same content changes no resource version. What Argo CD
   * manages by now is left to it.
   *
   * <p>One attempt at a time writes, as with {@link ReleaseActivities}.
   *
   * @param addon key in {@code packages/addons/values.yaml}
   * @param owner the run that holds the cluster; null from a workflow of an earlier build
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#MANIFEST_REFUSED} naming file
   *     and object; {@link FailureType#CLUSTER_UNREACHABLE} also while a webhook has no endpoints;
   *     {@link FailureType#CLUSTER_OWNED} where the Lease is not the owner's
   */
  @ActivityMethod(name = "ApplyManifests")
  AppliedManifests applyManifests(Platform platform, String addon, Owner owner);

  /** How many objects were applied, and how many of them that changed. */
  record AppliedManifests(int objects, int changed) {}
}
