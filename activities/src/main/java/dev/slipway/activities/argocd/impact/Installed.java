package dev.slipway.activities.argocd.impact;

import static java.util.stream.Collectors.toSet;

import dev.slipway.activities.argocd.ArgoCd;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.TrackingId;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is in the cluster already.
 *
 * @param clusterSecret what Secret {@code hub-cluster} says; empty where there is none
 * @param otherClusters metadata of the other cluster secrets that Argo CD has
 */
record Installed(
    Set<String> namespaces,
    Optional<ClusterSecret> clusterSecret,
    List<KubernetesObject> otherClusters,
    List<KubernetesObject> applicationSets,
    List<KubernetesObject> applications) {
  private static final String RELEASE = "meta.helm.sh/release-name";

  Set<String> applicationNames() {
    return names(applications);
  }

  /** Those that the ApplicationSet made. */
  List<KubernetesObject> applicationsOf(KubernetesObject applicationSet) {
    return applications.stream()
        .filter(application -> isOwnedBy(application, applicationSet.name()))
        .toList();
  }

  /** The one that made the Application of this name. */
  Optional<KubernetesObject> applicationSetOf(String application) {
    return applicationSets.stream()
        .filter(set -> names(applicationsOf(set)).contains(application))
        .findFirst();
  }

  /** Whether Slipway's AppSet chart brought it: Helm, or an Application that Helm's have made. */
  boolean isOfPackages(KubernetesObject applicationSet) {
    return isOfHelm(applicationSet)
        || applicationSet
            .trackingId()
            .map(TrackingId::application)
            .filter(bootstrapApplications()::contains)
            .isPresent();
  }

  private Set<String> bootstrapApplications() {
    return applicationSets.stream()
        .filter(Installed::isOfHelm)
        .flatMap(set -> names(applicationsOf(set)).stream())
        .collect(toSet());
  }

  private static boolean isOfHelm(KubernetesObject applicationSet) {
    return BootstrapRelease.ADDONS_APPSET
        .releaseName()
        .equals(applicationSet.annotations().get(RELEASE));
  }

  private static boolean isOwnedBy(KubernetesObject application, String applicationSet) {
    return application.owners().stream()
        .filter(owner -> owner.kind().equals(ArgoCd.APPLICATION_SET.name()))
        .anyMatch(owner -> owner.name().equals(applicationSet));
  }

  private static Set<String> names(List<KubernetesObject> objects) {
    return objects.stream().map(KubernetesObject::name).collect(toSet());
  }
}
