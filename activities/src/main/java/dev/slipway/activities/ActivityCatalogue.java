package dev.slipway.activities;

import dev.slipway.activities.allowance.Allowed;
import dev.slipway.activities.argocd.ApplicationActivitiesImpl;
import dev.slipway.activities.aws.CallerIdentity;
import dev.slipway.activities.externalsecrets.ClusterSecretActivitiesImpl;
import dev.slipway.activities.helm.charts.EnvironmentProxies;
import dev.slipway.activities.helm.releases.ReleaseActivitiesImpl;
import dev.slipway.activities.inventory.InventoryActivitiesImpl;
import dev.slipway.activities.inventory.cloud.AwsCloudLook;
import dev.slipway.activities.manifests.ManifestActivitiesImpl;
import dev.slipway.activities.notification.NotificationActivitiesImpl;
import dev.slipway.activities.notification.Receivers;
import dev.slipway.activities.ownership.Attempt;
import dev.slipway.activities.ownership.HeartbeatingSleep;
import dev.slipway.activities.ownership.OwnerStatus;
import dev.slipway.activities.ownership.OwnershipActivitiesImpl;
import dev.slipway.activities.ownership.TemporalOwnerStatus;
import dev.slipway.activities.ownership.WriterTokens;
import dev.slipway.activities.packages.PackagesFolder;
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
  private final CredentialsFolder credentials;
  private final PackagesTools packages;
  private final OwnerStatus owners;
  private final WriterTokens tokens;
  private final Allowed allowed;
  private final Receivers receivers;
  private final PreflightAssembly preflight;

  public ActivityCatalogue(ActivitySettings settings, TemporalAccess temporal, World world) {
    this.world = world;
    this.temporal = temporal;
    credentials = new CredentialsFolder(settings.credentials());
    packages = PackagesTools.of(settings, ActivityCatalogue::heartbeat);
    owners = new TemporalOwnerStatus(temporal.service());
    tokens = new WriterTokens(world.clusters(), Attempt::current, HeartbeatingSleep::of);
    allowed = new Allowed(settings.aws().allowance());
    receivers = settings.receivers();
    preflight =
        new PreflightAssembly(
            settings.config(), credentials, allowed, world, packages, owners, receivers);
  }

  /** Those of the main task queue. */
  public List<Object> activities() {
    return List.of(
        preflight.activities(),
        new ConfigSecretsActivitiesImpl(allowed, world.aws(), world.clusters(), credentials),
        new ApplicationActivitiesImpl(world.clusters(), packages.appSetCharts(), world.clock()),
        new ClusterSecretActivitiesImpl(
            world.clusters(),
            packages.appSetCharts()::clusterSecret,
            packages::repositoryCredentials,
            world.clock()),
        new WorkloadActivitiesImpl(world.clusters()),
        new ManifestActivitiesImpl(
            world.clusters(), packages.folder(), packages.helm(), packages.values(), tokens),
        new OwnershipActivitiesImpl(allowed, world.clusters(), owners, HeartbeatingSleep::of),
        new UrlActivitiesImpl(),
        new InventoryActivitiesImpl(world.clusters(), new AwsCloudLook(world.aws())),
        new NotificationActivitiesImpl(
            receivers, new EnvironmentProxies(System.getenv()), world.clock()),
        new VisibilityActivitiesImpl(temporal.service(), temporal.namespace()));
  }

  /** Those of the Helm task queue. */
  public List<Object> helmActivities() {
    return List.of(
        new ReleaseActivitiesImpl(world.clusters(), packages.helm(), packages.releases(), tokens));
  }

  /** For the health check. */
  public PackagesFolder packages() {
    return packages.folder();
  }

  /** For the health check. */
  public CallerIdentity identity() {
    return new CallerIdentity(world.aws());
  }

  private static void heartbeat() {
    Activity.getExecutionContext().heartbeat(null);
  }
}
