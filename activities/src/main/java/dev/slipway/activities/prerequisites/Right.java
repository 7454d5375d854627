package dev.slipway.activities.prerequisites;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import java.util.List;

/**
 * Something that a run does in a cluster.
 *
 * @param group API group; empty for the core group, {@code *} for all
 * @param namespace empty for all namespaces and for kinds that have none
 */
record Right(String verb, String group, String resource, String namespace) {
  static final Right EVERYTHING = new Right("*", "*", "*", "");

  /** What an install does, its Helm charts included. */
  static final List<Right> OF_AN_INSTALL =
      List.of(
          new Right("create", "", "namespaces", ""),
          new Right("create", "apiextensions.k8s.io", "customresourcedefinitions", ""),
          new Right("create", "rbac.authorization.k8s.io", "clusterroles", ""),
          new Right("escalate", "rbac.authorization.k8s.io", "clusterroles", ""),
          new Right("create", "rbac.authorization.k8s.io", "clusterrolebindings", ""),
          new Right(
              "create", "admissionregistration.k8s.io", "validatingwebhookconfigurations", ""),
          new Right("create", "storage.k8s.io", "storageclasses", ""),
          new Right("create", "coordination.k8s.io", "leases", "kube-system"),
          new Right("update", "", "configmaps", "kube-system"),
          new Right("create", "", "secrets", "argocd"),
          new Right("create", "apps", "deployments", "argocd"),
          new Right("create", "apps", "statefulsets", "argocd"),
          new Right("create", "batch", "jobs", "argocd"),
          new Right("patch", "argoproj.io", "applications", "argocd"),
          new Right("patch", "argoproj.io", "applicationsets", "argocd"),
          new Right("patch", "external-secrets.io", "externalsecrets", "argocd"),
          new Right("patch", "external-secrets.io", "clustersecretstores", ""),
          new Right("create", "", "secrets", "external-secrets"),
          new Right("create", "apps", "deployments", "external-secrets"));

  SelfSubjectAccessReview question() {
    return new SelfSubjectAccessReviewBuilder()
        .withNewSpec()
        .withNewResourceAttributes()
        .withVerb(verb)
        .withGroup(group)
        .withResource(resource)
        .withNamespace(namespace.isEmpty() ? null : namespace)
        .endResourceAttributes()
        .endSpec()
        .build();
  }

  @Override
  public String toString() {
    String kind = group.isEmpty() ? resource : resource + "." + group;
    return verb + " " + kind + (namespace.isEmpty() ? "" : " in namespace " + namespace);
  }
}
