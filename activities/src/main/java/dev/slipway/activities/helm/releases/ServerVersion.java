package dev.slipway.activities.helm.releases;

import dev.slipway.activities.failure.KubernetesFailures;
import io.fabric8.kubernetes.client.KubernetesClient;

/** For which Kubernetes a chart is rendered. */
final class ServerVersion {
  private ServerVersion() {}

  static String of(KubernetesClient client) {
    return KubernetesFailures.naming(
        "version of Kubernetes", () -> client.getKubernetesVersion().getGitVersion());
  }
}
