package dev.slipway.activities.kubernetes;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/**
 * A kind of objects, and where the API server keeps them.
 *
 * @param apiVersion such as {@code v1} or {@code apps/v1}
 * @param plural what paths call it, such as {@code deployments}
 */
public record Kind(String apiVersion, String name, String plural, boolean isNamespaced) {
  public static final Kind NAMESPACE = clusterWide("v1", "Namespace", "namespaces");
  public static final Kind SECRET = namespaced("v1", "Secret", "secrets");
  public static final Kind POD = namespaced("v1", "Pod", "pods");
  public static final Kind EVENT = namespaced("v1", "Event", "events");
  public static final Kind DEPLOYMENT = namespaced("apps/v1", "Deployment", "deployments");
  public static final Kind STATEFUL_SET = namespaced("apps/v1", "StatefulSet", "statefulsets");
  public static final Kind DAEMON_SET = namespaced("apps/v1", "DaemonSet", "daemonsets");
  public static final Kind JOB = namespaced("batch/v1", "Job", "jobs");
  public static final Kind DEFINITION =
      clusterWide(
          "apiextensions.k8s.io/v1", "CustomResourceDefinition", "customresourcedefinitions");

  public static Kind namespaced(String apiVersion, String name, String plural) {
    return new Kind(apiVersion, name, plural, true);
  }

  public static Kind clusterWide(String apiVersion, String name, String plural) {
    return new Kind(apiVersion, name, plural, false);
  }

  /** Empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** The same for the Kubernetes client. */
  public ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group())
        .withVersion(apiVersion.substring(apiVersion.indexOf('/') + 1))
        .withKind(name)
        .withPlural(plural)
        .withNamespaced(isNamespaced)
        .build();
  }

  @Override
  public String toString() {
    return name + " of " + apiVersion;
  }
}
