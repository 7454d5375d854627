package dev.slipway.activities.argocd.impact;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.slipway.activities.argocd.ArgoCd;
import dev.slipway.activities.argocd.expected.AppSetChart;
import dev.slipway.activities.argocd.expected.ExpectedSet;
import dev.slipway.activities.argocd.impact.BlastRadius.Loss;
import dev.slipway.activities.argocd.impact.SecretChange.Difference;
import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.ApplicationActivities.ExpectedApplication;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.platform.ArgoCdSecrets;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import java.util.List;
import java.util.Set;

/** What the run makes of the namespaces and Applications, and what it would lose. */
public final class ApplicationsExaminer implements Examiner {
  private static final String CLUSTER_SECRET =
      "Secret " + ArgoCd.NAMESPACE + "/" + ArgoCdSecrets.CLUSTER;

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
      ExpectedSet expected = new ExpectedSet(chart, platform);
      SecretChange change = new SecretChange(installed.clusterSecret(), chart.clusterSecret());
      List<ExpectedApplication> applications = expected.applications();
      namespaces(installed, findings);
      clusterSecret(installed, change, findings);
      changes(installed, change, applications, findings);
      BlastRadius radius = new BlastRadius(installed, change, names(applications));
      losses(radius, request.allowDeletions(), findings);
      new OtherClusters(change.after(), expected.applicationSets())
          .examine(installed.otherClusters(), findings);
    }
  }

  private static void namespaces(Installed installed, Findings findings) {
    for (String namespace : BootstrapRelease.namespaces()) {
      boolean there = installed.namespaces().contains(namespace);
      findings.change(there ? Action.LEAVE : Action.CREATE, "namespace " + namespace, null);
    }
  }

  private static void clusterSecret(Installed installed, SecretChange change, Findings findings) {
    if (change.before().isPresent()) {
      changeOrLeave(CLUSTER_SECRET, change.differences(), null, findings);
      return;
    }
    findings.change(Action.CREATE, CLUSTER_SECRET, null);
    if (!installed.applications().isEmpty()) {
      findings.warning(
          CLUSTER_SECRET,
          "it is not there although Applications are, so nobody can say what they were made from");
    }
  }

  private static void changes(
      Installed installed,
      SecretChange change,
      List<ExpectedApplication> expected,
      Findings findings) {
    for (ExpectedApplication application : expected) {
      String object = ArgoCd.application(application.name());
      if (!installed.applicationNames().contains(application.name())) {
        findings.change(Action.CREATE, object, null);
        continue;
      }
      List<Difference> read =
          installed.applicationSetOf(application.name()).map(change::readBy).orElse(List.of());
      changeOrLeave(object, read, "Argo CD keeps it in line with Git", findings);
    }
  }

  private static void changeOrLeave(
      String object, List<Difference> differences, String left, Findings findings) {
    if (differences.isEmpty()) {
      findings.change(Action.LEAVE, object, left);
      return;
    }
    String detail = differences.stream().map(Difference::toString).collect(joining(", "));
    findings.change(Action.CHANGE, object, detail);
  }

  private static void losses(BlastRadius radius, boolean allowed, Findings findings) {
    for (Loss loss : radius.losses()) {
      String subject = ArgoCd.application(loss.application());
      if (!loss.deleted()) {
        findings.warning(
            subject,
            radius.cause() + "; ApplicationSet " + loss.applicationSet() + " lets go of it");
        continue;
      }
      String what = loss.withResources() ? "with all its resources" : "its resources stay";
      findings.change(Action.DELETE, subject, what);
      if (!allowed) {
        findings.blocker(
            subject,
            "%s, so that Argo CD deletes it (%s); allowDeletions permits it"
                .formatted(radius.cause(), what));
      }
    }
  }

  private static Set<String> names(List<ExpectedApplication> applications) {
    return applications.stream().map(ExpectedApplication::name).collect(toSet());
  }
}
