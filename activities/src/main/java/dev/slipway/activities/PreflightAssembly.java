package dev.slipway.activities;

import dev.slipway.activities.argocd.expected.AppSetChart;
import dev.slipway.activities.argocd.impact.ApplicationsExaminer;
import dev.slipway.activities.eks.EksClusters;
import dev.slipway.activities.ownership.LeaseExaminer;
import dev.slipway.activities.ownership.OwnerStatus;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.PreflightActivitiesImpl;
import dev.slipway.activities.preflight.PreflightActivitiesImpl.Examiners;
import dev.slipway.activities.preflight.RevisionExaminer;
import dev.slipway.activities.preflight.Revisions;
import dev.slipway.activities.preflight.Snapshots;
import dev.slipway.activities.prerequisites.AccessEntryExaminer;
import dev.slipway.activities.prerequisites.AccountExaminer;
import dev.slipway.activities.prerequisites.ClusterExaminer;
import dev.slipway.activities.prerequisites.HostedZoneExaminer;
import dev.slipway.activities.prerequisites.PodIdentityExaminer;
import dev.slipway.activities.prerequisites.RightsExaminer;
import dev.slipway.activities.secrets.CredentialsFolder;
import dev.slipway.activities.secrets.SecretsExaminer;
import dev.slipway.workflows.contract.PreflightActivities;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Everything that preflight looks at, in the order in which the plan shows it. */
record PreflightAssembly(
    Path config,
    PackagesFolder packages,
    CredentialsFolder credentials,
    World world,
    AppSetChart.Source charts,
    OwnerStatus owners,
    List<Examiner> releases) {

  PreflightActivities activities() {
    Revisions revisions = new Revisions();
    return new PreflightActivitiesImpl(
        new Snapshots(config, packages, revisions), examiners(revisions));
  }

  private Examiners examiners(Revisions revisions) {
    return new Examiners(
        List.of(new AccountExaminer(world.aws())),
        List.of(
            new ClusterExaminer(new EksClusters(world.aws()), world.clusters()),
            new RightsExaminer(world.clusters()),
            new LeaseExaminer(world.clusters(), owners),
            new AccessEntryExaminer(world.aws()),
            new PodIdentityExaminer(world.aws(), packages),
            new HostedZoneExaminer(world.aws()),
            new RevisionExaminer(revisions),
            new SecretsExaminer(world.aws(), credentials)),
        Stream.concat(
                Stream.of(new ApplicationsExaminer(world.clusters(), charts)), releases.stream())
            .toList());
  }
}
