package dev.slipway.activities.helm.releases;

import dev.slipway.activities.helm.admission.ReleaseObject;
import dev.slipway.activities.kubernetes.Kinds;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.Placement;
import dev.slipway.activities.ownership.manifest.Thing;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a release brings, as the installation's manifest names it: its namespace, itself, and its
 * objects.
 */
final class ReleaseThings {
  private final Kinds kinds;
  private final BootstrapRelease release;
  private final String by;
  private final String addon;

  ReleaseThings(Kinds kinds, BootstrapRelease release) {
    this.kinds = kinds;
    this.release = release;
    this.by = "release " + release.namespace() + "/" + release.releaseName();
    this.addon = release == BootstrapRelease.ADDONS_APPSET ? null : release.addon();
  }

  /** The release itself, which is no object: Helm's records of it come and go. */
  Thing itself() {
    return new Thing(Subject.release(release.namespace(), release.releaseName()), "", by, addon);
  }

  /** Its namespace, and the objects of a rendering. */
  List<Thing> objects(String rendering) {
    List<KubernetesObject> objects =
        ReleaseObject.of(rendering).stream().map(ReleaseObject::object).toList();
    Placement placement = new Placement(kinds, release.namespace(), objects);
    Stream<Thing> own =
        objects.stream().map(placement::of).map(object -> Thing.of(object, by, addon));
    return Stream.concat(Stream.of(Thing.namespace(release.namespace(), by, addon)), own).toList();
  }
}
