package dev.slipway.activities;

import dev.slipway.activities.argocd.ApplicationActivitiesImpl;
import dev.slipway.activities.argocd.expected.AppSetCharts;
import dev.slipway.activities.aws.CallerIdentity;
import dev.slipway.activities.externalsecrets.ClusterSecretActivitiesImpl;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.charts.ChartRepositories;
import dev.slipway.activities.helm.charts.ChartsExaminer;
import dev.slipway.activities.helm.charts.EnvironmentProxies;
import dev.slipway.activities.helm.releases.ReleaseActivitiesImpl;
import dev.slipway.activities.helm.releases.ReleasesExaminer;
import dev.slipway.activities.helm.rendering.BootstrapValues;
import dev.slipway.activities.manifests.ManifestActivitiesImpl;
import dev.slipway.activities.ownership.OwnerStatus;
import dev.slipway.activities.ownership.OwnershipActivitiesImpl;
import dev.slipway.activities.ownership.TemporalOwnerStatus;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.prerequisites.PackagesExaminer;
import dev.slipway.activities.secrets.ConfigSecretsActivitiesImpl;
import dev.slipway.activities.secrets.CredentialsFolder;
import dev.slipway.activities.urls.UrlActivitiesImpl;
import dev.slipway.activities.visibility.VisibilityActivitiesImpl;
import dev.slipway.activities.workloads.WorkloadActivitiesImpl;
import io.temporal.activity.Activity;
import java.util.List;

/** Builds all activities; the only class of this module that the worker has to know. */
public class ActivityCatalogue {
  private final World world;
  private final TemporalAccess temporal;
  private final PackagesFolder packages;
  private final CredentialsFolder credentials;
  private final PreflightAssembly preflight;
  private final HelmProcess helm;
  private final ChartRepositories charts;
  private final BootstrapValues values;
  private final AppSetCharts appSetCharts;
  private final OwnerStatus owners;

  public ActivityCatalogue(ActivitySettings settings, TemporalAccess temporal, World world) {
    this.world = world;
    this.temporal = temporal;
    packages = new PackagesFolder(settings.packages());
    credentials = new CredentialsFolder(settings.credentials());
    helm = new HelmProcess(settings.helm(), ActivityCatalogue::heartbeat);
    charts =
        new ChartRepositories(
            packages.root(), new EnvironmentProxies(System.getenv()), ActivityCatalogue::heartbeat);
    values = new BootstrapValues(packages);
    appSetCharts = new AppSetCharts(packages, helm, values);
    owners = new TemporalOwnerStatus(temporal.service());
    preflight =
        new PreflightAssembly(
            settings.config(),
            packages,
            credentials,
            world,
            appSetCharts,
            owners,
            releaseExaminers());
  }

  /** Those of the main task queue. */
  public List<Object> activities() {
    return List.of(
        preflight.activities(),
        new ConfigSecretsActivitiesImpl(world.aws(), credentials),
        new ApplicationActivitiesImpl(world.clusters(), appSetCharts, world.clock()),
        new ClusterSecretActivitiesImpl(
            world.clusters(), appSetCharts::clusterSecret, world.clock()),
        new WorkloadActivitiesImpl(world.clusters()),
        new ManifestActivitiesImpl(world.clusters(), packages, helm, values),
        new OwnershipActivitiesImpl(world.clusters(), owners),
        new UrlActivitiesImpl(),
        new VisibilityActivitiesImpl(temporal.service(), temporal.namespace()));
  }

  /** Those of the Helm task queue. */
  public List<Object> helmActivities() {
    return List.of(new ReleaseActivitiesImpl(world.clusters(), packages, helm, charts, values));
  }

  private List<Examiner> releaseExaminers() {
    return List.of(
        new PackagesExaminer(packages),
        new ChartsExaminer(packages, charts),
        new ReleasesExaminer(world.clusters(), packages, helm, charts, values));
  }

  /** For the health check. */
  public PackagesFolder packages() {
    return packages;
  }

  /** For the health check. */
  public CallerIdentity identity() {
    return new CallerIdentity(world.aws());
  }

  private static void heartbeat() {
    Activity.getExecutionContext().heartbeat(null);
  }
}
