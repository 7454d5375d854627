package dev.slipway.activities.prerequisites;

import dev.slipway.workflows.platform.BootstrapRelease;
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
  private static final String ARGO_CD = BootstrapRelease.ARGO_CD.namespace();
  private static final String EXTERNAL_SECRETS = BootstrapRelease.EXTERNAL_SECRETS.namespace();

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
          new Right("list", "", "namespaces", ""),
          new Right("list", "apiextensions.k8s.io", "customresourcedefinitions", ""),
          new Right("get", "coordination.k8s.io", "leases", "kube-system"),
          new Right("create", "coordination.k8s.io", "leases", "kube-system"),
          new Right("update", "coordination.k8s.io", "leases", "kube-system"),
          new Right("delete", "coordination.k8s.io", "leases", "kube-system"),
          new Right("get", "", "configmaps", "kube-system"),
          new Right("create", "", "configmaps", "kube-system"),
          new Right("update", "", "configmaps", "kube-system"),
          new Right("list", "", "configmaps", "kube-system"),
          new Right("delete", "", "configmaps", "kube-system"),
          // Helm keeps its records in Secrets, and reads them before it writes.
          new Right("list", "", "secrets", ARGO_CD),
          new Right("get", "", "secrets", ARGO_CD),
          new Right("update", "", "secrets", ARGO_CD),
          new Right("delete", "", "secrets", ARGO_CD),
          new Right("create", "", "secrets", ARGO_CD),
          new Right("create", "apps", "deployments", ARGO_CD),
          new Right("create", "apps", "statefulsets", ARGO_CD),
          new Right("create", "batch", "jobs", ARGO_CD),
          new Right("list", "apps", "deployments", ARGO_CD),
          new Right("list", "apps", "statefulsets", ARGO_CD),
          new Right("list", "argoproj.io", "applications", ARGO_CD),
          new Right("create", "argoproj.io", "applicationsets", ARGO_CD),
          new Right("list", "argoproj.io", "applicationsets", ARGO_CD),
          new Right("get", "external-secrets.io", "externalsecrets", ARGO_CD),
          new Right("patch", "argoproj.io", "applications", ARGO_CD),
          new Right("patch", "argoproj.io", "applicationsets", ARGO_CD),
          new Right("patch", "external-secrets.io", "externalsecrets", ARGO_CD),
          new Right("patch", "external-secrets.io", "clustersecretstores", ""),
          new Right("create", "", "secrets", EXTERNAL_SECRETS),
          new Right("list", "", "secrets", EXTERNAL_SECRETS),
          new Right("get", "", "secrets", EXTERNAL_SECRETS),
          new Right("update", "", "secrets", EXTERNAL_SECRETS),
          new Right("delete", "", "secrets", EXTERNAL_SECRETS),
          new Right("create", "apps", "deployments", EXTERNAL_SECRETS),
          new Right("list", "apps", "deployments", EXTERNAL_SECRETS),
          new Right("list", "apps", "statefulsets", EXTERNAL_SECRETS),
          // Why something is not ready is read off its pods and its newest warning.
          new Right("list", "", "pods", ARGO_CD),
          new Right("list", "", "events", ARGO_CD),
          new Right("list", "", "pods", EXTERNAL_SECRETS),
          new Right("list", "", "events", EXTERNAL_SECRETS));

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
