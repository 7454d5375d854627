package dev.slipway.activities;

import dev.slipway.activities.argocd.expected.AppSetCharts;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.charts.ApprovedCharts;
import dev.slipway.activities.helm.charts.ChartRepositories;
import dev.slipway.activities.helm.charts.EnvironmentProxies;
import dev.slipway.activities.helm.releases.DesiredReleases;
import dev.slipway.activities.helm.rendering.BootstrapValues;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.packages.ArgoCdExternalSecret;
import dev.slipway.workflows.platform.Platform;
import java.util.List;

/** The packages folder, and what reads it, fetches its charts and renders them. */
record PackagesTools(
    PackagesFolder folder,
    HelmProcess helm,
    ChartRepositories charts,
    BootstrapValues values,
    AppSetCharts appSetCharts,
    DesiredReleases releases) {

  /** The ExternalSecrets that a platform's packages bring for Git repositories. */
  List<ArgoCdExternalSecret> repositoryCredentials(Platform platform) {
    return ArgoCdExternalSecret.of(folder.approved(platform.packages()).tree()).stream()
        .filter(ArgoCdExternalSecret::isOfRepositories)
        .toList();
  }

  /**
   * Those of one worker.
   *
   * @param heartbeat told again and again while a child or a download is at work
   */
  static PackagesTools of(ActivitySettings settings, Runnable heartbeat) {
    PackagesFolder folder = new PackagesFolder(settings.packages());
    HelmProcess helm = new HelmProcess(settings.helm(), heartbeat);
    ChartRepositories charts =
        new ChartRepositories(new EnvironmentProxies(System.getenv()), heartbeat);
    BootstrapValues values = new BootstrapValues(folder);
    return new PackagesTools(
        folder,
        helm,
        charts,
        values,
        new AppSetCharts(folder, helm, values),
        new DesiredReleases(folder, new ApprovedCharts(charts), values));
  }
}
