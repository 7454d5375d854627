package dev.slipway.activities.helm.releases;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmRequest;
import dev.slipway.activities.helm.HelmRequest.Operation;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.ownership.WriterToken;
import dev.slipway.activities.ownership.WriterTokens;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.ReleaseActivities;
import dev.slipway.workflows.contract.ReleaseActivities.Release.Outcome;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.Optional;

/** Installs with Helm in a child process. */
public final class ReleaseActivitiesImpl implements ReleaseActivities {
  private final ClusterAccess clusters;
  private final HelmProcess helm;
  private final DesiredReleases desiredReleases;
  private final WriterTokens tokens;

  public ReleaseActivitiesImpl(
      ClusterAccess clusters,
      HelmProcess helm,
      DesiredReleases desiredReleases,
      WriterTokens tokens) {
    this.clusters = clusters;
    this.helm = helm;
    this.desiredReleases = desiredReleases;
    this.tokens = tokens;
  }

  @Override
  public Release installRelease(Platform platform, BootstrapRelease release, Owner owner) {
    String writer = "release-" + release.releaseName();
    try (WriterToken token = tokens.take(platform.target(), owner, writer)) {
      return converge(platform, release, token);
    }
  }

  private Release converge(Platform platform, BootstrapRelease release, WriterToken token) {
    KubernetesClient client = clusters.client(platform.target());
    ReleaseRecords records = new ReleaseRecords(client, release.releaseName(), release.namespace());
    Optional<Revision> newest = records.newest();
    ReleaseMemory memory = new ReleaseMemory(client, release, token);
    if (new ArgoCdTakeover(client).isDone(platform, release)) {
      newest.ifPresent(memory::found);
      return newest
          .map(revision -> result(release, revision, Outcome.MANAGED_BY_ARGO_CD))
          .orElse(
              new Release(
                  release.releaseName(),
                  release.namespace(),
                  "",
                  0,
                  Outcome.MANAGED_BY_ARGO_CD.name()));
    }
    try (HelmSession session = helm.open(token::requireHeld)) {
      DesiredRelease desired = desiredReleases.of(platform, release, session);
      newest.ifPresent(revision -> refuseForeign(desired, revision));
      if (newest.filter(desired::isMetBy).isPresent()) {
        memory.found(newest.get());
        return result(release, newest.get(), Outcome.LEFT_ALONE);
      }
      token.requireHeld();
      memory.intendNamespaces(desiredReleases.addonsBecauseOf(platform, release), newest);
      return change(platform, desired, memory, session);
    }
  }

  private Release change(
      Platform platform, DesiredRelease desired, ReleaseMemory memory, HelmSession session) {
    BootstrapRelease release = desired.release();
    KubernetesClient client = clusters.client(platform.target());
    ReleaseRecords records = new ReleaseRecords(client, release.releaseName(), release.namespace());
    HelmRequest.Operation operation = Operation.INSTALL;
    Path chart = desired.location().into(session.folder());
    String rendering = desired.rendered(chart, session, ServerVersion.of(client));
    memory.intend(rendering, records.newest().isPresent());
    new Namespaces(client).ensure(release.namespace());
    records.dropHalfMade();
    if (records.newest().isPresent()) {
      operation = Operation.UPGRADE;
    }
    session.call(
        new HelmRequest(
            operation,
            chart,
            release.releaseName(),
            release.namespace(),
            desired.values(),
            desired.description(),
            clusters.kubeconfig(platform.target()),
            /* kubernetes= */ ""));
    Revision made =
        records
            .newest()
            .filter(desired::isMetBy)
            .orElseThrow(
                () ->
                    FailureType.HELM_FAILED.failure(
                        "Release %s is not what Helm was asked for"
                            .formatted(release.releaseName())));
    memory.fulfil(rendering, made);
    return result(
        release, made, operation == Operation.INSTALL ? Outcome.INSTALLED : Outcome.UPGRADED);
  }

  private static void refuseForeign(DesiredRelease desired, Revision found) {
    String name = desired.release().releaseName();
    if (!found.chart().equals(desired.chart())) {
      throw FailureType.RELEASE_OWNED.failure(
          "Release %s in namespace %s is of chart %s, not of %s"
              .formatted(name, desired.release().namespace(), found.chart(), desired.chart()));
    }
    if (found.isLeaving()) {
      throw FailureType.RELEASE_OWNED.failure(
          "Release %s in namespace %s is %s by somebody else"
              .formatted(name, desired.release().namespace(), found.status()));
    }
  }

  private static Release result(BootstrapRelease release, Revision revision, Outcome outcome) {
    return new Release(
        release.releaseName(),
        release.namespace(),
        revision.chartVersion(),
        revision.number(),
        outcome.name());
  }
}
