package dev.slipway.sandbox.worker;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmRequest;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.helm.releases.ReleaseRecords;
import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.ReleaseActivities;
import dev.slipway.workflows.contract.ReleaseActivities.Release.Outcome;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Helm speaks protobuf, which the stand-in cluster does not. So the AppSet chart is rendered by
 * Helm and applied here; of the two charts that are on the internet, a sketch is applied.
 */
final class StandInReleases implements ReleaseActivities {
  private static final String APPSET_CHART = "appset-chart";

  private final ClusterAccess clusters;
  private final PackagesFolder packages;
  private final HelmProcess helm;

  StandInReleases(ClusterAccess clusters, PackagesFolder packages, HelmProcess helm) {
    this.clusters = clusters;
    this.packages = packages;
    this.helm = helm;
  }

  @Override
  public Release installRelease(Platform platform, BootstrapRelease release, Owner owner) {
    PackagesCopy copy = packages.approved(platform.packages());
    KubernetesClient client = clusters.client(platform.target());
    HelmRecord wanted = wanted(platform, copy, release);
    var newest = new ReleaseRecords(client, release.releaseName(), release.namespace()).newest();
    if (newest.filter(found -> found.description().equals(wanted.description())).isPresent()) {
      return result(wanted, Outcome.LEFT_ALONE);
    }
    new StandInHelm(client).install(wanted);
    return result(wanted, Outcome.INSTALLED);
  }

  private HelmRecord wanted(Platform platform, PackagesCopy copy, BootstrapRelease release) {
    return switch (release) {
      case ARGO_CD, EXTERNAL_SECRETS -> {
        AddonSource addon = copy.addons(platform.config().pathRouting()).addon(release.addon());
        yield record(release, addon.chartName(), addon.defaultVersion(), sketch(addon.chartName()));
      }
      case ADDONS_APPSET -> {
        String version = copy.yaml(APPSET_CHART + "/Chart.yaml").path("version").asText();
        yield record(release, APPSET_CHART, version, appset(copy, release));
      }
    };
  }

  private String appset(PackagesCopy copy, BootstrapRelease release) {
    try (HelmSession session = helm.open()) {
      return session.call(
          HelmRequest.template(
              copy.path(APPSET_CHART),
              release.releaseName(),
              release.namespace(),
              List.of(copy.yaml("bootstrap/values.yaml"))));
    }
  }

  private static String sketch(String chart) {
    String file = "/stand-in/" + chart + ".yaml";
    try (InputStream content = StandInReleases.class.getResourceAsStream(file)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HelmRecord record(
      BootstrapRelease release, String chart, String version, String manifest) {
    String digest = Integer.toHexString(manifest.hashCode()).toLowerCase(Locale.ROOT);
    return new HelmRecord(
        release.releaseName(),
        release.namespace(),
        chart,
        version,
        "stand-in for %s %s, %s".formatted(chart, version, digest),
        manifest);
  }

  private static Release result(HelmRecord made, Outcome outcome) {
    return new Release(made.release(), made.namespace(), made.chartVersion(), 1, outcome.name());
  }
}
