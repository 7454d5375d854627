package dev.slipway.activities.helm.releases;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.kubernetes.Kinds;
import dev.slipway.activities.ownership.WriterToken;
import dev.slipway.activities.ownership.manifest.AddonNamespaces;
import dev.slipway.activities.ownership.manifest.ManifestWriter;
import dev.slipway.activities.ownership.manifest.Thing;
import dev.slipway.activities.ownership.record.InstallationRecord;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.platform.BootstrapRelease;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the installation's manifest is told of a release. */
final class ReleaseMemory {
  private final KubernetesClient client;
  private final ReleaseThings things;
  private final ManifestWriter manifest;
  private final AddonNamespaces namespaces;

  ReleaseMemory(KubernetesClient client, BootstrapRelease release, WriterToken token) {
    this.client = client;
    this.things = new ReleaseThings(new Kinds(client), release);
    this.manifest =
        new ManifestWriter(
            client, "release-" + release.releaseName(), step(release).name(), token::requireHeld);
    this.namespaces = new AddonNamespaces(client, token::requireHeld);
  }

  /**
   * Goes before Helm is called.
   *
   * @param rendering all that Helm will make
   * @param isThere whether there is a release of that name already
   */
  void intend(String rendering, boolean isThere) {
    List<Thing> all = new ArrayList<>(List.of(things.itself()));
    all.addAll(things.objects(rendering));
    manifest.intend(all, release -> isThere);
  }

  /**
   * Of addons that come because of the release.
   *
   * @param before what there is of the release: where it is older than the installation, so are
   *     they
   */
  void intendNamespaces(List<AddonSource> addons, Optional<Revision> before) {
    if (addons.isEmpty()) {
      return;
    }
    Instant begun = begun();
    if (before.filter(revision -> revision.created().isBefore(begun)).isPresent()) {
      namespaces.found(addons, begun);
    }
    namespaces.intend(addons);
  }

  /** Goes after it. */
  void fulfil(String rendering, Revision made) {
    manifest.fulfil(things.objects(rendering));
    found(made);
  }

  /** Of a release that is there already. */
  void found(Revision present) {
    Instant begun = begun();
    manifest.intend(List.of(things.itself()), release -> present.created().isBefore(begun));
    manifest.found(things.objects(present.manifest()), thing -> begun);
  }

  private Instant begun() {
    return KubernetesFailures.naming(
        InstallationRecord.OBJECT,
        () -> new InstallationRecord(client).begun().orElse(Instant.MAX));
  }

  private static InstallLine step(BootstrapRelease release) {
    return release == BootstrapRelease.ADDONS_APPSET
        ? InstallLine.INSTALL_ADDONS_APPSET
        : InstallLine.BOOTSTRAP_CLUSTER;
  }
}
