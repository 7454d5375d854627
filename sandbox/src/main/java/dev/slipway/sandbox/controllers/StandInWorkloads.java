package dev.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.ObjectKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says that pods run a while after a workload was made. There are no pods. */
public final class StandInWorkloads implements Controller {
  private final ClusterObjects cluster;
  private final Clock clock;
  private final Duration startUp;
  private final Map<String, Instant> firstSeen = new HashMap<>();

  public StandInWorkloads(ClusterObjects cluster, Clock clock, Duration startUp) {
    this.cluster = cluster;
    this.clock = clock;
    this.startUp = startUp;
  }

  @Override
  public void reconcile() {
    for (String plural : List.of("deployments", "statefulsets")) {
      cluster.list("apps", plural).stream()
          .filter(this::hasStarted)
          .forEach(workload -> markReady(plural, workload));
    }
  }

  /** Whether all replicas of a workload are said to run. */
  public static boolean isReady(ClusterObjects cluster, ObjectKey workload) {
    return cluster
        .find(workload)
        .filter(found -> found.path("status").path("readyReplicas").asInt() > 0)
        .isPresent();
  }

  private boolean hasStarted(ObjectNode workload) {
    String uid = workload.path("metadata").path("uid").asText();
    Instant seen = firstSeen.computeIfAbsent(uid, key -> clock.instant());
    return !clock.instant().isBefore(seen.plus(startUp));
  }

  private void markReady(String plural, ObjectNode workload) {
    ObjectKey key =
        new ObjectKey(
            "apps",
            plural,
            workload.path("metadata").path("namespace").asText(),
            workload.path("metadata").path("name").asText());
    cluster.change(
        key,
        found -> {
          int replicas = found.path("spec").path("replicas").asInt(1);
          ObjectNode status = found.putObject("status");
          status.put("observedGeneration", found.path("metadata").path("generation").asLong());
          for (String field :
              List.of("replicas", "updatedReplicas", "readyReplicas", "availableReplicas")) {
            status.put(field, replicas);
          }
          status
              .putArray("conditions")
              .addObject()
              .put("type", "Available")
              .put("status", "True")
              .put("reason", "MinimumReplicasAvailable");
        });
  }
}
