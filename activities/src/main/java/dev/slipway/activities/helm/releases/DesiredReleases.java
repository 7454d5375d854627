package dev.slipway.activities.helm.releases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.helm.charts.ApprovedCharts;
import dev.slipway.activities.helm.rendering.BootstrapValues;
import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import java.util.List;

/** Reads the packages folder for what the bootstrap releases should be. */
public final class DesiredReleases {
  private final PackagesFolder packages;
  private final ApprovedCharts charts;
  private final BootstrapValues bootstrapValues;

  public DesiredReleases(
      PackagesFolder packages, ApprovedCharts charts, BootstrapValues bootstrapValues) {
    this.packages = packages;
    this.charts = charts;
    this.bootstrapValues = bootstrapValues;
  }

  DesiredRelease of(Platform platform, BootstrapRelease release, HelmSession helm) {
    return switch (release) {
      case ARGO_CD, EXTERNAL_SECRETS -> addon(platform, release, helm);
      case ADDONS_APPSET -> appset(packages.approved(platform.packages()), release);
    };
  }

  /** The addons that Argo CD installs because of this release. */
  List<AddonSource> addonsBecauseOf(Platform platform, BootstrapRelease release) {
    return switch (release) {
      case ARGO_CD, EXTERNAL_SECRETS -> List.of();
      case ADDONS_APPSET ->
          packages
              .approved(platform.packages())
              .addons(platform.config().pathRouting())
              .addons()
              .stream()
              .filter(addon -> addon.isEnabled() && !addon.namespace().isEmpty())
              .toList();
    };
  }

  private DesiredRelease addon(Platform platform, BootstrapRelease release, HelmSession helm) {
    PackagesCopy copy = packages.approved(platform.packages());
    AddonSource addon = copy.addons(platform.config().pathRouting()).addon(release.addon());
    ObjectNode dynamic =
        bootstrapValues.evaluate(
            helm, platform, addon.key() + ".valuesObject", addon.valuesObject());
    return new DesiredRelease(
        release,
        addon.chartName(),
        addon.defaultVersion(),
        "",
        List.of(copy.staticValues(addon), dynamic),
        folder -> charts.fetch(addon, copy, platform.packages(), folder));
  }

  private static DesiredRelease appset(PackagesCopy copy, BootstrapRelease release) {
    ObjectNode chart = copy.yaml(PackagesTree.APPSET_CHART + "/Chart.yaml");
    return new DesiredRelease(
        release,
        chart.path("name").asText(),
        chart.path("version").asText(),
        copy.digest(PackagesTree.APPSET_CHART),
        List.of(copy.yaml(PackagesTree.BOOTSTRAP)),
        folder -> copy.path(PackagesTree.APPSET_CHART));
  }
}
