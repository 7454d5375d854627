package dev.slipway.activities.ownership.manifest;

import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.packages.AddonSource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;

/** The namespaces that Argo CD makes for addons, which it marks with nothing. */
public final class AddonNamespaces {
  private static final String PART = "namespaces";

  private final KubernetesClient client;
  private final ManifestWriter manifest;

  /**
   * @param beforeWrite throws where the caller may not write (any more)
   */
  public AddonNamespaces(KubernetesClient client, Runnable beforeWrite) {
    this.client = client;
    this.manifest =
        new ManifestWriter(client, PART, InstallLine.INSTALL_ADDONS_APPSET.name(), beforeWrite);
  }

  /** Goes before Argo CD hears of the addons. Idempotent. */
  public void intend(List<AddonSource> addons) {
    manifest.intend(things(addons));
  }

  /**
   * Of addons that are there already, as is what they came with.
   *
   * @param since when the installation began: what is older was taken over
   */
  public void found(List<AddonSource> addons, Instant since) {
    manifest.found(things(addons), namespace -> since);
  }

  /** Goes once they are up: see {@link ManifestWriter#settle}. Idempotent. */
  public void settle() {
    Part part = new ManifestParts(client).read().getOrDefault(PART, Part.unwritten(PART));
    manifest.settle(
        part.entries().stream()
            .map(entry -> Thing.namespace(entry.subject().name(), entry.by(), entry.addon()))
            .toList());
  }

  private static List<Thing> things(List<AddonSource> addons) {
    return addons.stream()
        .map(addon -> Thing.namespace(addon.namespace(), "addon " + addon.key(), addon.key()))
        .toList();
  }
}
