package dev.slipway.activities.inventory;

import dev.slipway.activities.ownership.manifest.Manifest;
import dev.slipway.activities.ownership.record.InstallationManifest;
import dev.slipway.workflows.inventory.ManifestSeen;
import dev.slipway.workflows.inventory.ManifestSeen.State;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/** What could be read of the installation's manifest: one that is damaged counts as none. */
record ManifestReading(ManifestSeen seen, Optional<Manifest> known) {
  static ManifestReading of(KubernetesClient client) {
    try {
      Optional<Manifest> manifest = new InstallationManifest(client).read();
      return new ManifestReading(
          manifest.map(ManifestReading::seen).orElse(bare(State.ABSENT, null)), manifest);
    } catch (ApplicationFailure e) {
      String problem = e.getType() + ": " + e.getOriginalMessage();
      return new ManifestReading(bare(State.UNREADABLE, problem), Optional.empty());
    }
  }

  private static ManifestSeen seen(Manifest manifest) {
    return new ManifestSeen(
        manifest.installed() ? State.INSTALLED : State.INSTALLING,
        manifest.planDigest(),
        manifest.approver(),
        /* problem= */ null);
  }

  private static ManifestSeen bare(State state, String problem) {
    return new ManifestSeen(state, /* planDigest= */ null, /* approver= */ null, problem);
  }
}
