package dev.slipway.activities.helm.releases;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** Looks at what is installed already, and evaluates the values that would be. */
public final class ReleasesExaminer implements Examiner {
  private final ClusterAccess clusters;
  private final HelmProcess helm;
  private final DesiredReleases desiredReleases;

  public ReleasesExaminer(
      ClusterAccess clusters, HelmProcess helm, DesiredReleases desiredReleases) {
    this.clusters = clusters;
    this.helm = helm;
    this.desiredReleases = desiredReleases;
  }

  @Override
  public String subject(Platform platform) {
    return "Helm releases";
  }

  @Override
  public Turn turn() {
    return Turn.PACKAGES;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    try (HelmSession session = helm.open()) {
      for (BootstrapRelease release : BootstrapRelease.values()) {
        DesiredRelease desired = desiredReleases.of(request.platform(), release, session);
        examine(request.platform(), desired, findings);
      }
    }
  }

  private void examine(Platform platform, DesiredRelease desired, Findings findings) {
    BootstrapRelease release = desired.release();
    KubernetesClient client = clusters.client(platform.target());
    String object = "release %s in %s".formatted(release.releaseName(), release.namespace());
    String chart = "%s %s".formatted(desired.chart(), desired.chartVersion());
    Optional<Revision> newest =
        new ReleaseRecords(client, release.releaseName(), release.namespace()).newest();
    if (new ArgoCdTakeover(client).isDone(platform, release)) {
      findings.change(Action.LEAVE, object, "managed by Argo CD");
    } else if (newest.isEmpty()) {
      findings.change(Action.CREATE, object, chart);
    } else {
      examine(desired, newest.get(), object, findings);
    }
  }

  private static void examine(
      DesiredRelease desired, Revision found, String object, Findings findings) {
    String chart = "%s %s".formatted(desired.chart(), desired.chartVersion());
    if (!found.chart().equals(desired.chart())) {
      findings.blocker(object, "It is of chart %s, not of %s".formatted(found.chart(), chart));
      return;
    }
    if (found.isLeaving()) {
      findings.blocker(object, "It is " + found.status() + "; remove its record first");
      return;
    }
    if (found.isHalfMade()) {
      findings.warning(object, "It is %s and will be made again".formatted(found.status()));
    } else if (!found.isMadeBySlipway()) {
      findings.warning(object, "Slipway did not make it and would change it");
    }
    boolean same = desired.isMetBy(found);
    findings.change(
        same ? Action.LEAVE : Action.CHANGE,
        object,
        same ? chart : "from %s to %s".formatted(found.chartVersion(), chart));
  }
}
