package dev.slipway.standins.workloads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.Controller;
import dev.slipway.standins.control.ObjectMeta;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Says that pods run a while after they could start, and that Jobs are done. Pods wait for a node
 * that their selector allows, and for the Secrets that they name.
 */
public final class StandInWorkloads implements Controller {
  private static final List<String> RUNNING = List.of("deployments", "statefulsets", "daemonsets");

  private final ClusterObjects cluster;
  private final Clock clock;
  private final Function<ObjectMeta, Duration> startUp;
  private final Map<String, Instant> firstSeen = new HashMap<>();
  private final Map<String, Instant> couldRunSince = new HashMap<>();

  public StandInWorkloads(
      ClusterObjects cluster, Clock clock, Function<ObjectMeta, Duration> startUp) {
    this.cluster = cluster;
    this.clock = clock;
    this.startUp = startUp;
  }

  @Override
  public void reconcile() {
    for (String plural : RUNNING) {
      cluster.list("apps", plural).forEach(workload -> look("apps", plural, workload));
    }
    cluster.list("batch", "jobs").forEach(job -> look("batch", "jobs", job));
  }

  /** Whether all replicas of a workload are said to run. */
  public static boolean isReady(ClusterObjects cluster, ObjectKey workload) {
    return cluster
        .find(workload)
        .filter(found -> found.path("status").path("readyReplicas").asInt() > 0)
        .isPresent();
  }

  private void look(String group, String plural, ObjectNode workload) {
    ObjectMeta meta = ObjectMeta.of(workload);
    WorkloadStatus before = new WorkloadStatus(plural, workload, clock.instant());
    if (before.isFinal()) {
      return;
    }
    boolean hasStarted = before.isReady() || hasStarted(workload, meta);
    Instant since = firstSeen.computeIfAbsent(meta.uid(), uid -> clock.instant());
    cluster.change(
        new ObjectKey(group, plural, meta.namespace(), meta.name()),
        found -> {
          WorkloadStatus status = new WorkloadStatus(plural, found, clock.instant());
          if (hasStarted) {
            status.succeed();
            return;
          }
          status.await(since);
        });
  }

  private boolean hasStarted(ObjectNode workload, ObjectMeta meta) {
    PodTemplate pods = new PodTemplate(workload.at("/spec/template/spec"), meta.namespace());
    if (!pods.canRun(cluster)) {
      couldRunSince.remove(meta.uid());
      return false;
    }
    Instant since = couldRunSince.computeIfAbsent(meta.uid(), uid -> clock.instant());
    return !clock.instant().isBefore(since.plus(startUp.apply(meta)));
  }
}
