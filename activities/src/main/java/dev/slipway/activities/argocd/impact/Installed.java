package dev.slipway.activities.argocd.impact;

import dev.slipway.activities.argocd.ArgoCd;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is in the cluster already.
 *
 * @param labels of Secret {@code hub-cluster}; empty where there is none
 */
record Installed(
    Set<String> namespaces,
    Map<String, String> labels,
    List<KubernetesObject> applicationSets,
    List<KubernetesObject> applications) {

  Set<String> applicationNames() {
    return applications.stream().map(KubernetesObject::name).collect(Collectors.toSet());
  }

  /** Those that the ApplicationSet made. */
  List<KubernetesObject> applicationsOf(KubernetesObject applicationSet) {
    return applications.stream()
        .filter(application -> isOwnedBy(application, applicationSet.name()))
        .toList();
  }

  private static boolean isOwnedBy(KubernetesObject application, String applicationSet) {
    return application.owners().stream()
        .filter(owner -> owner.kind().equals(ArgoCd.APPLICATION_SET.name()))
        .anyMatch(owner -> owner.name().equals(applicationSet));
  }
}
