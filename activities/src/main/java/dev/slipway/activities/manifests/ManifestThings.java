package dev.slipway.activities.manifests;

import dev.slipway.activities.helm.rendering.ManifestFolder.Manifest;
import dev.slipway.activities.kubernetes.Kinds;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.Placement;
import dev.slipway.activities.ownership.manifest.Thing;
import dev.slipway.workflows.packages.AddonSource;
import java.util.List;

/** What the manifests of an addon bring, as the installation's manifest names it. */
final class ManifestThings {
  private ManifestThings() {}

  static List<Thing> of(List<Manifest> manifests, AddonSource addon, Kinds kinds) {
    List<KubernetesObject> objects =
        manifests.stream().map(manifest -> new KubernetesObject(manifest.content())).toList();
    Placement placement = new Placement(kinds, addon.namespace(), objects);
    return objects.stream()
        .map(placement::of)
        .map(object -> Thing.of(object, "manifests of " + addon.folder(), addon.key()))
        .toList();
  }
}
