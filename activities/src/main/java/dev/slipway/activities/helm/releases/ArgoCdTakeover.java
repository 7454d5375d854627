package dev.slipway.activities.helm.releases;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.stream.Stream;

/** Whether Argo CD manages by now what Slipway installed once. */
final class ArgoCdTakeover {
  private static final String TRACKING_ID = "argocd.argoproj.io/tracking-id";
  private static final String INSTANCE = "app.kubernetes.io/instance";

  private final KubernetesClient client;

  ArgoCdTakeover(KubernetesClient client) {
    this.client = client;
  }

  /** True once a workload of the release carries the tracking mark of its Application. */
  boolean isDone(Platform platform, BootstrapRelease release) {
    String application = release.addon() + "-" + platform.config().clusterName();
    return KubernetesFailures.naming(
        "workloads in namespace " + release.namespace(),
        () ->
            workloads(release.namespace()).anyMatch(w -> isTracked(w.getMetadata(), application)));
  }

  private Stream<HasMetadata> workloads(String namespace) {
    return Stream.concat(
        client.apps().deployments().inNamespace(namespace).list().getItems().stream(),
        client.apps().statefulSets().inNamespace(namespace).list().getItems().stream());
  }

  private static boolean isTracked(ObjectMeta metadata, String application) {
    String tracking = orEmpty(metadata.getAnnotations()).getOrDefault(TRACKING_ID, "");
    return tracking.startsWith(application + ":")
        || application.equals(orEmpty(metadata.getLabels()).get(INSTANCE));
  }

  private static Map<String, String> orEmpty(Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
