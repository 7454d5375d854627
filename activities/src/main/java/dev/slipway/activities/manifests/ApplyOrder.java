package dev.slipway.activities.manifests;

import dev.slipway.activities.helm.rendering.ManifestFolder.Manifest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What has to be there first: namespaces, CRDs, then by sync wave, stores before their readers. */
final class ApplyOrder {
  private static final String SYNC_WAVE = "argocd.argoproj.io/sync-wave";
  private static final Set<String> READ_BY_STORES =
      Set.of("ServiceAccount", "ConfigMap", "Secret", "ClusterRole", "ClusterRoleBinding");
  private static final Set<String> STORES = Set.of("ClusterSecretStore", "SecretStore");

  private ApplyOrder() {}

  /** The same manifests; those of one rank stay in the order of their files. */
  static List<Manifest> of(List<Manifest> manifests) {
    return manifests.stream()
        .sorted(
            Comparator.comparingInt(ApplyOrder::base)
                .thenComparingInt(ApplyOrder::wave)
                .thenComparingInt(ApplyOrder::rank))
        .toList();
  }

  private static int base(Manifest manifest) {
    return switch (kind(manifest)) {
      case "Namespace" -> 0;
      case "CustomResourceDefinition" -> 1;
      default -> 2;
    };
  }

  private static int wave(Manifest manifest) {
    String wave =
        manifest.content().path("metadata").path("annotations").path(SYNC_WAVE).asText("0");
    try {
      return Integer.parseInt(wave);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static int rank(Manifest manifest) {
    if (READ_BY_STORES.contains(kind(manifest))) {
      return 0;
    }
    return STORES.contains(kind(manifest)) ? 1 : 2;
  }

  private static String kind(Manifest manifest) {
    return manifest.content().path("kind").asText();
  }
}
