package dev.slipway.activities.helm.releases;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.stream.Stream;

/** Whether Argo CD manages by now what Slipway installed once. */
final class ArgoCdTakeover {
  private static final String INSTANCE = "app.kubernetes.io/instance";

  private final LiveObjects live;

  ArgoCdTakeover(KubernetesClient client) {
    this.live = new LiveObjects(client);
  }

  /** True once a workload of the release carries the tracking mark of its Application. */
  boolean isDone(Platform platform, BootstrapRelease release) {
    String application = release.addon() + "-" + platform.config().clusterName();
    return KubernetesFailures.naming(
        "workloads in namespace " + release.namespace(),
        () ->
            workloads(release.namespace()).anyMatch(workload -> isTracked(workload, application)));
  }

  private Stream<KubernetesObject> workloads(String namespace) {
    return Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET)
        .flatMap(kind -> live.metadata(kind, namespace).stream());
  }

  private static boolean isTracked(KubernetesObject workload, String application) {
    return workload.trackingId().filter(id -> id.application().equals(application)).isPresent()
        || application.equals(workload.labels().get(INSTANCE));
  }
}
