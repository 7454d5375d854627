package dev.slipway.activities.manifests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.helm.rendering.BootstrapValues;
import dev.slipway.activities.helm.rendering.ManifestFolder;
import dev.slipway.activities.helm.rendering.ManifestFolder.Manifest;
import dev.slipway.activities.kubernetes.Kinds;
import dev.slipway.activities.ownership.WriterToken;
import dev.slipway.activities.ownership.WriterTokens;
import dev.slipway.activities.ownership.manifest.ManifestWriter;
import dev.slipway.activities.ownership.manifest.Thing;
import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.contract.ManifestActivities;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.packages.AddonSource.AdditionalResource;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/** Applies the folders that {@code additionalResources} of an addon names. */
public final class ManifestActivitiesImpl implements ManifestActivities {
  private final ClusterAccess clusters;
  private final PackagesFolder packages;
  private final HelmProcess helm;
  private final BootstrapValues bootstrapValues;
  private final WriterTokens tokens;

  public ManifestActivitiesImpl(
      ClusterAccess clusters,
      PackagesFolder packages,
      HelmProcess helm,
      BootstrapValues bootstrapValues,
      WriterTokens tokens) {
    this.clusters = clusters;
    this.packages = packages;
    this.helm = helm;
    this.bootstrapValues = bootstrapValues;
    this.tokens = tokens;
  }

  @Override
  public AppliedManifests applyManifests(Platform platform, String addon, Owner owner) {
    PackagesCopy copy = packages.approved(platform.packages());
    AddonSource source = copy.addons(platform.config().pathRouting()).addon(addon);
    List<Manifest> manifests = ApplyOrder.of(manifests(platform, copy, source));
    try (WriterToken token = tokens.take(platform.target(), owner, "manifests-" + addon)) {
      return apply(platform, source, manifests, token);
    }
  }

  private AppliedManifests apply(
      Platform platform, AddonSource source, List<Manifest> manifests, WriterToken token) {
    KubernetesClient client = clusters.client(platform.target());
    ManifestWriter memory =
        new ManifestWriter(
            client,
            "manifests-" + source.key(),
            InstallLine.APPLY_CUSTOM_MANIFESTS.name(),
            token::requireHeld);
    List<Thing> things = ManifestThings.of(manifests, source, new Kinds(client));
    memory.intend(things);
    ServerSideApply apply = new ServerSideApply(client, source.namespace());
    int changed = 0;
    for (Manifest manifest : manifests) {
      token.requireHeld();
      if (apply.apply(manifest)) {
        changed++;
      }
    }
    memory.fulfil(things);
    return new AppliedManifests(manifests.size(), changed);
  }

  private List<Manifest> manifests(Platform platform, PackagesCopy copy, AddonSource addon) {
    List<Manifest> manifests = new ArrayList<>();
    try (HelmSession session = helm.open()) {
      for (AdditionalResource resource : addon.additionalResources()) {
        manifests.addAll(manifests(platform, copy, addon, resource, session));
      }
    }
    return manifests;
  }

  // Argo CD names the release of a chart in Git like the Application that it belongs to.
  private List<Manifest> manifests(
      Platform platform,
      PackagesCopy copy,
      AddonSource addon,
      AdditionalResource resource,
      HelmSession session) {
    String name = addon.folder() + "/" + resource.folder();
    ManifestFolder folder = new ManifestFolder(copy.path(name), name);
    ObjectNode values =
        bootstrapValues.evaluate(
            session, platform, "values of packages/" + name, resource.valuesObject());
    String release = addon.key() + "-" + platform.config().clusterName();
    return folder.manifests(session, release, addon.namespace(), values);
  }
}
