package dev.slipway.activities;

import dev.slipway.activities.allowance.Allowed;
import dev.slipway.activities.argocd.impact.ApplicationsExaminer;
import dev.slipway.activities.eks.EksClusters;
import dev.slipway.activities.git.GitRevisions;
import dev.slipway.activities.git.RevisionExaminer;
import dev.slipway.activities.git.UnpushedExaminer;
import dev.slipway.activities.helm.charts.ApprovedCharts;
import dev.slipway.activities.helm.charts.ChartsExaminer;
import dev.slipway.activities.helm.releases.AdoptionExaminer;
import dev.slipway.activities.helm.releases.ReleasesExaminer;
import dev.slipway.activities.notification.Receivers;
import dev.slipway.activities.notification.ReceiversExaminer;
import dev.slipway.activities.ownership.LeaseExaminer;
import dev.slipway.activities.ownership.OwnerStatus;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.PreflightActivitiesImpl;
import dev.slipway.activities.preflight.Snapshots;
import dev.slipway.activities.prerequisites.AccessEntryExaminer;
import dev.slipway.activities.prerequisites.AccountExaminer;
import dev.slipway.activities.prerequisites.AllowanceExaminer;
import dev.slipway.activities.prerequisites.ClusterExaminer;
import dev.slipway.activities.prerequisites.HostedZoneExaminer;
import dev.slipway.activities.prerequisites.PackagesExaminer;
import dev.slipway.activities.prerequisites.PodIdentityExaminer;
import dev.slipway.activities.prerequisites.RightsExaminer;
import dev.slipway.activities.secrets.CredentialsFolder;
import dev.slipway.activities.secrets.SecretsExaminer;
import dev.slipway.workflows.contract.PreflightActivities;
import java.nio.file.Path;
import java.util.List;

/** Builds preflight: all that it looks at stands here, and nowhere else. */
record PreflightAssembly(
    Path config,
    CredentialsFolder credentials,
    Allowed allowed,
    World world,
    PackagesTools packages,
    OwnerStatus owners,
    Receivers receivers) {
  private static final GitRevisions REVISIONS = new GitRevisions();

  PreflightActivities activities() {
    return new PreflightActivitiesImpl(
        new Snapshots(
            config,
            packages.folder(),
            repo -> REVISIONS.resolve(repo).commit(),
            new ApprovedCharts(packages.charts())),
        examiners());
  }

  /** In the order in which the plan shows what they found. */
  private List<Examiner> examiners() {
    return List.of(
        new AllowanceExaminer(allowed),
        new AccountExaminer(world.aws()),
        new ClusterExaminer(new EksClusters(world.aws()), world.clusters()),
        new RightsExaminer(world.clusters()),
        new LeaseExaminer(world.clusters(), owners),
        new AdoptionExaminer(world.clusters()),
        new AccessEntryExaminer(world.aws()),
        new PodIdentityExaminer(world.aws(), packages.folder()),
        new HostedZoneExaminer(world.aws()),
        new RevisionExaminer(REVISIONS),
        new UnpushedExaminer(packages.folder(), REVISIONS),
        new SecretsExaminer(world.aws(), credentials),
        new ReceiversExaminer(receivers),
        new ApplicationsExaminer(world.clusters(), packages.appSetCharts()),
        new PackagesExaminer(packages.folder()),
        new ChartsExaminer(packages.folder(), packages.charts()),
        new ReleasesExaminer(world.clusters(), packages.helm(), packages.releases()));
  }
}
