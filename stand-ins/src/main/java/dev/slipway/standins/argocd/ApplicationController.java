package dev.slipway.standins.argocd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.clusters.Destinations;
import dev.slipway.standins.argocd.sources.Sources;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.ObjectMeta;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks at each Application in turn, as Argo CD's controller of that name does. */
final class ApplicationController {
  private static final String GROUP = "argoproj.io";

  private final ClusterObjects cluster;
  private final Refreshing refreshing;
  private final Operations operations;
  private final Removal removal;
  private final Map<String, ApplicationMemory> memories = new HashMap<>();

  ApplicationController(
      ClusterObjects cluster,
      Sources sources,
      Timing timing,
      Clock clock,
      ArgoCdListener listener) {
    this.cluster = cluster;
    refreshing = new Refreshing(cluster, sources, timing, clock);
    operations = new Operations(cluster, refreshing, timing, clock, listener);
    removal = new Removal(cluster);
  }

  void reconcile() {
    cluster.list(GROUP, "applications").forEach(this::reconcile);
  }

  private void reconcile(ObjectNode application) {
    ObjectMeta meta = ObjectMeta.of(application);
    if (meta.isDeleted()) {
      if (Removal.cascades(application)) {
        removal.advance(application);
      }
      return;
    }
    ObjectNode seen = application.deepCopy();
    ApplicationMemory memory = memories.computeIfAbsent(meta.uid(), uid -> new ApplicationMemory());
    Optional<String> problem =
        refreshing.isDue(application, memory) ? problem(application) : Optional.empty();
    problem.ifPresentOrElse(
        words -> refreshing.refuse(application, memory, words),
        () -> {
          refreshing.refresh(application, memory);
          operations.advance(application, memory);
        });
    write(seen, application);
  }

  /** Looked at only when an Application is due: a cluster that goes is not noticed before. */
  private Optional<String> problem(ObjectNode application) {
    String project = application.at("/spec/project").asText("default");
    ObjectKey key =
        new ObjectKey(GROUP, "appprojects", ObjectMeta.of(application).namespace(), project);
    if (cluster.find(key).isEmpty()) {
      return Optional.of("Application referencing project " + project + " which does not exist");
    }
    return new Destinations(cluster).problem(application.at("/spec/destination"));
  }

  /** Somebody may have asked for an operation since; the next look will see it. */
  private void write(ObjectNode seen, ObjectNode application) {
    ObjectMeta meta = ObjectMeta.of(seen);
    ObjectKey key = new ObjectKey(GROUP, "applications", meta.namespace(), meta.name());
    cluster.change(
        key,
        found -> {
          if (ObjectMeta.of(found).resourceVersion().equals(meta.resourceVersion())) {
            found.setAll(application);
            if (!application.has("operation")) {
              found.remove("operation");
            }
          }
        });
  }
}
