package dev.slipway.activities.helm.releases;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.helm.admission.Admission;
import dev.slipway.activities.helm.admission.ReleaseMark;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** Looks at what is installed already, renders what would be, and whether the cluster takes it. */
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
    KubernetesClient client = clusters.client(request.platform().target());
    Admission admission = new Admission(client, mark -> isInstalled(client, mark));
    try (HelmSession session = helm.open()) {
      for (BootstrapRelease release : BootstrapRelease.values()) {
        DesiredRelease desired = desiredReleases.of(request.platform(), release, session);
        Optional<Revision> found =
            new ReleaseRecords(client, release.releaseName(), release.namespace()).newest();
        if (new ArgoCdTakeover(client).isDone(request.platform(), release)) {
          findings.change(Action.LEAVE, object(release), "managed by Argo CD");
        } else if (isWanted(desired, found, findings)) {
          String manifest = found.map(Revision::manifest).orElse("");
          admission.examine(
              new ReleaseMark(release.releaseName(), release.namespace()),
              desired.rendered(
                  desired.location().into(session.folder()), session, ServerVersion.of(client)),
              manifest,
              findings);
        }
      }
      admission.warnOfGatekeepers(findings);
    }
  }

  /** Whether Helm would have something to do, and nothing that is there already forbids it. */
  private static boolean isWanted(
      DesiredRelease desired, Optional<Revision> found, Findings findings) {
    if (found.isEmpty()) {
      findings.change(Action.CREATE, object(desired.release()), chart(desired));
      return true;
    }
    return isChange(desired, found.get(), findings);
  }

  private static boolean isChange(DesiredRelease desired, Revision found, Findings findings) {
    String object = object(desired.release());
    if (!found.chart().equals(desired.chart())) {
      findings.blocker(
          object, "It is of chart %s, not of %s".formatted(found.chart(), chart(desired)));
      return false;
    }
    if (found.isLeaving()) {
      findings.blocker(object, "It is " + found.status() + "; remove its record first");
      return false;
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
        same ? chart(desired) : "from %s to %s".formatted(found.chartVersion(), chart(desired)));
    return !same;
  }

  private static boolean isInstalled(KubernetesClient client, ReleaseMark mark) {
    return new ReleaseRecords(client, mark.release(), mark.namespace()).newest().isPresent();
  }

  private static String object(BootstrapRelease release) {
    return new ReleaseMark(release.releaseName(), release.namespace()).toString();
  }

  private static String chart(DesiredRelease desired) {
    return "%s %s".formatted(desired.chart(), desired.chartVersion());
  }
}
