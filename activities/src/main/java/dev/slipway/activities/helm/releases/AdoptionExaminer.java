package dev.slipway.activities.helm.releases;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.ownership.record.InstallationRecord;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Stream;

/** Whether the run takes over what others have installed: said in the plan, and never unasked. */
public final class AdoptionExaminer implements Examiner {
  private static final String SUBJECT = "installation";

  private final ClusterAccess clusters;

  public AdoptionExaminer(ClusterAccess clusters) {
    this.clusters = clusters;
  }

  @Override
  public String subject(Platform platform) {
    return SUBJECT;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    KubernetesClient client = clusters.client(request.platform().target());
    boolean isRemembered =
        KubernetesFailures.naming(
            InstallationRecord.OBJECT, () -> new InstallationRecord(client).isThere());
    if (isRemembered) {
      return;
    }
    List<Present> present =
        Stream.of(BootstrapRelease.values()).flatMap(release -> find(client, release)).toList();
    if (!present.isEmpty()) {
      adopt(request, present, findings);
    }
  }

  private static void adopt(ExamineRequest request, List<Present> present, Findings findings) {
    String releases = String.join(", ", present.stream().map(Present::words).toList());
    findings.change(
        Action.ADOPT, SUBJECT, releases + " and what they brought count as this installation's");
    if (present.stream().allMatch(Present::isOurs)) {
      findings.warning(SUBJECT, "Slipway made it, and its record is gone: it is written anew");
      return;
    }
    if (request.unattended() && !request.allowAdoption()) {
      findings.blocker(
          SUBJECT,
          "Slipway did not make it, and nobody is asked whether it may take it over:"
              + " let a person approve the plan, or say that it is meant: allowAdoption");
    }
  }

  private static Stream<Present> find(KubernetesClient client, BootstrapRelease release) {
    return new ReleaseRecords(client, release.releaseName(), release.namespace())
        .newest().stream().map(revision -> new Present(release, revision));
  }

  private record Present(BootstrapRelease release, Revision revision) {
    boolean isOurs() {
      return revision.isMadeBySlipway();
    }

    String words() {
      return "release %s/%s (%s %s)"
          .formatted(
              release.namespace(),
              release.releaseName(),
              revision.chart(),
              revision.chartVersion());
    }
  }
}
