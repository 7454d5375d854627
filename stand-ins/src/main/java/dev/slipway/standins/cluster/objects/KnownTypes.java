package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The built-in kinds that matter here, and those that custom resource definitions add. */
public final class KnownTypes {
  static final ResourceType DEFINITIONS =
      new ResourceType(
          "apiextensions.k8s.io",
          "v1",
          "customresourcedefinitions",
          "CustomResourceDefinition",
          false,
          true);

  private static final List<ResourceType> BUILT_IN =
      List.of(
          DEFINITIONS,
          clusterWide("", "namespaces", "Namespace"),
          clusterWide("", "nodes", "Node"),
          clusterWide("", "persistentvolumes", "PersistentVolume"),
          namespaced("", "configmaps", "ConfigMap"),
          namespaced("", "secrets", "Secret"),
          namespaced("", "services", "Service"),
          namespaced("", "serviceaccounts", "ServiceAccount"),
          namespaced("", "pods", "Pod"),
          namespaced("", "events", "Event"),
          namespaced("", "persistentvolumeclaims", "PersistentVolumeClaim"),
          namespaced("apps", "deployments", "Deployment"),
          namespaced("apps", "statefulsets", "StatefulSet"),
          namespaced("apps", "daemonsets", "DaemonSet"),
          namespaced("apps", "replicasets", "ReplicaSet"),
          namespaced("batch", "jobs", "Job"),
          namespaced("batch", "cronjobs", "CronJob"),
          namespaced("coordination.k8s.io", "leases", "Lease"),
          namespaced("discovery.k8s.io", "endpointslices", "EndpointSlice"),
          namespaced("networking.k8s.io", "ingresses", "Ingress"),
          clusterWide("networking.k8s.io", "ingressclasses", "IngressClass"),
          namespaced("networking.k8s.io", "networkpolicies", "NetworkPolicy"),
          namespaced("policy", "poddisruptionbudgets", "PodDisruptionBudget"),
          namespaced("rbac.authorization.k8s.io", "roles", "Role"),
          namespaced("rbac.authorization.k8s.io", "rolebindings", "RoleBinding"),
          clusterWide("rbac.authorization.k8s.io", "clusterroles", "ClusterRole"),
          clusterWide("rbac.authorization.k8s.io", "clusterrolebindings", "ClusterRoleBinding"),
          clusterWide("storage.k8s.io", "storageclasses", "StorageClass"),
          clusterWide(
              "admissionregistration.k8s.io",
              "validatingwebhookconfigurations",
              "ValidatingWebhookConfiguration"),
          clusterWide(
              "admissionregistration.k8s.io",
              "mutatingwebhookconfigurations",
              "MutatingWebhookConfiguration"),
          clusterWide(
              "admissionregistration.k8s.io",
              "validatingadmissionpolicies",
              "ValidatingAdmissionPolicy"),
          clusterWide(
              "admissionregistration.k8s.io",
              "validatingadmissionpolicybindings",
              "ValidatingAdmissionPolicyBinding"),
          clusterWide(
              "authorization.k8s.io", "selfsubjectaccessreviews", "SelfSubjectAccessReview"));

  private final ObjectStore store;

  public KnownTypes(ObjectStore store) {
    this.store = store;
  }

  public List<ResourceType> all() {
    List<ResourceType> types = new ArrayList<>(BUILT_IN);
    store.list(DEFINITIONS.group(), DEFINITIONS.plural(), "").forEach(crd -> add(types, crd));
    return types;
  }

  public Optional<ResourceType> atPath(String group, String version, String plural) {
    return all().stream()
        .filter(type -> type.group().equals(group) && type.version().equals(version))
        .filter(type -> type.plural().equals(plural))
        .findFirst();
  }

  public Optional<ResourceType> ofKind(String apiVersion, String kind) {
    return all().stream()
        .filter(type -> type.apiVersion().equals(apiVersion) && type.kind().equals(kind))
        .findFirst();
  }

  private static void add(List<ResourceType> types, JsonNode crd) {
    JsonNode spec = crd.path("spec");
    for (JsonNode version : spec.path("versions")) {
      if (version.path("served").asBoolean()) {
        types.add(
            new ResourceType(
                spec.path("group").asText(),
                version.path("name").asText(),
                spec.path("names").path("plural").asText(),
                spec.path("names").path("kind").asText(),
                spec.path("scope").asText().equals("Namespaced"),
                version.path("subresources").has("status")));
      }
    }
  }

  private static ResourceType namespaced(String group, String plural, String kind) {
    return new ResourceType(group, "v1", plural, kind, true, true);
  }

  private static ResourceType clusterWide(String group, String plural, String kind) {
    return new ResourceType(group, "v1", plural, kind, false, true);
  }
}
