package dev.slipway.activities.argocd.impact;

import dev.slipway.activities.argocd.ArgoCd;
import dev.slipway.activities.argocd.expected.AppSetChart;
import dev.slipway.activities.argocd.expected.ExpectedSet;
import dev.slipway.activities.argocd.impact.BlastRadius.Loss;
import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.ApplicationActivities.ExpectedApplication;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import java.util.List;
import java.util.Map;

/** What the run makes of the namespaces and Applications, and what it would lose. */
public final class ApplicationsExaminer implements Examiner {
  private final ClusterAccess clusters;
  private final AppSetChart.Source charts;

  public ApplicationsExaminer(ClusterAccess clusters, AppSetChart.Source charts) {
    this.clusters = clusters;
    this.charts = charts;
  }

  @Override
  public String subject(Platform platform) {
    return "Applications";
  }

  @Override
  public Turn turn() {
    return Turn.PACKAGES;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    Platform platform = request.platform();
    Installed installed =
        KubernetesFailures.naming(
            "installed Applications",
            () -> new InstalledObjects(clusters.client(platform.target())).read());
    try (AppSetChart chart = charts.open(platform)) {
      List<ExpectedApplication> expected = new ExpectedSet(chart, platform).applications();
      changes(installed, expected, findings);
      losses(installed, chart.clusterSecret().labels(), request.allowDeletions(), findings);
    }
  }

  private static void changes(
      Installed installed, List<ExpectedApplication> expected, Findings findings) {
    for (String namespace : BootstrapRelease.namespaces()) {
      boolean there = installed.namespaces().contains(namespace);
      findings.change(there ? Action.LEAVE : Action.CREATE, "namespace " + namespace, null);
    }
    for (ExpectedApplication application : expected) {
      boolean there = installed.applicationNames().contains(application.name());
      findings.change(
          there ? Action.LEAVE : Action.CREATE,
          ArgoCd.application(application.name()),
          there ? "Argo CD keeps it in line with Git" : null);
    }
  }

  private static void losses(
      Installed installed, Map<String, String> forecast, boolean allowed, Findings findings) {
    BlastRadius radius = new BlastRadius(installed, forecast);
    String cause = "the cluster secret changes " + String.join(", ", radius.differences());
    for (Loss loss : radius.losses()) {
      String subject = ArgoCd.application(loss.application());
      if (!loss.deleted()) {
        findings.warning(
            subject, cause + "; ApplicationSet " + loss.applicationSet() + " lets go of it");
        continue;
      }
      String what = loss.withResources() ? "with all its resources" : "its resources stay";
      findings.change(Action.DELETE, subject, what);
      if (!allowed) {
        findings.blocker(
            subject,
            "%s, so that Argo CD deletes it (%s); allowDeletions permits it"
                .formatted(cause, what));
      }
    }
  }
}
