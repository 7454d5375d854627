package dev.slipway.standins.argocd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.clusters.Destinations;
import dev.slipway.standins.argocd.live.SyncWave;
import dev.slipway.standins.argocd.live.Tracking;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.ObjectMeta;
import java.util.List;

/** What happens to an Application that is deleted: its resources go first, wave by wave. */
final class Removal {
  private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";
  private static final String SYNC_OPTIONS = "argocd.argoproj.io/sync-options";
  private static final String HELM_POLICY = "helm.sh/resource-policy";

  private final ClusterObjects cluster;

  Removal(ClusterObjects cluster) {
    this.cluster = cluster;
  }

  static boolean cascades(ObjectNode application) {
    return ObjectMeta.of(application).finalizers().stream()
        .anyMatch(finalizer -> finalizer.startsWith(FINALIZER));
  }

  /** Deletes the highest wave that is left; lets the Application go when nothing is. */
  void advance(ObjectNode application) {
    boolean resolves =
        new Destinations(cluster).problem(application.at("/spec/destination")).isEmpty();
    List<ObjectNode> left = resolves ? deletable(application) : List.of();
    if (left.isEmpty()) {
      release(application);
      return;
    }
    int wave = left.stream().mapToInt(SyncWave::of).max().orElseThrow();
    left.stream()
        .filter(object -> SyncWave.of(object) == wave && !ObjectMeta.of(object).isDeleted())
        .flatMap(object -> cluster.key(object).stream())
        .forEach(cluster::delete);
  }

  /** A definition would take every custom resource with it, so Argo CD leaves it. */
  private List<ObjectNode> deletable(ObjectNode application) {
    String name = ObjectMeta.of(application).name();
    return cluster.all(object -> Tracking.isTracked(object, name)).stream()
        .filter(object -> !object.path("kind").asText().equals("CustomResourceDefinition"))
        .filter(object -> !isKept(ObjectMeta.of(object)))
        .toList();
  }

  private static boolean isKept(ObjectMeta meta) {
    return List.of(meta.annotation(SYNC_OPTIONS).split(",")).contains("Delete=false")
        || meta.annotation(HELM_POLICY).equals("keep");
  }

  /** Where the destination leads nowhere, Argo CD gives up without deleting anything. */
  private void release(ObjectNode application) {
    ObjectMeta meta = ObjectMeta.of(application);
    ObjectKey key = new ObjectKey("argoproj.io", "applications", meta.namespace(), meta.name());
    cluster.change(
        key,
        found -> {
          ArrayNode finalizers = found.withObject("/metadata").withArray("finalizers");
          finalizers.removeIf(finalizer -> finalizer.asText().startsWith(FINALIZER));
        });
  }
}
