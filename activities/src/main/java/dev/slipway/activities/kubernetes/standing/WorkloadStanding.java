package dev.slipway.activities.kubernetes.standing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.Condition;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.Optional;

/** Of what runs pods. Those made from an earlier template do not count. */
final class WorkloadStanding {
  private static final Standing OLD_PODS = Standing.inProgress("has old pods left");

  private WorkloadStanding() {}

  static Standing ofDeployment(KubernetesObject deployment) {
    JsonNode status = deployment.status();
    int wanted = wanted(deployment);
    int ready =
        Math.min(status.path("updatedReplicas").asInt(), status.path("availableReplicas").asInt());
    if (ready < wanted) {
      return counted(ready, wanted, obstacle(deployment));
    }
    return status.path("replicas").asInt() > wanted ? OLD_PODS : Standing.CURRENT;
  }

  static Standing ofStatefulSet(KubernetesObject set) {
    JsonNode status = set.status();
    int wanted = wanted(set);
    int ready = status.path("readyReplicas").asInt();
    if (ready < wanted) {
      return counted(ready, wanted, Optional.empty());
    }
    boolean rolledOut = status.path("currentRevision").equals(status.path("updateRevision"));
    return rolledOut || keepsOldPods(set) ? Standing.CURRENT : OLD_PODS;
  }

  static Standing ofDaemonSet(KubernetesObject set) {
    JsonNode status = set.status();
    int wanted = status.path("desiredNumberScheduled").asInt();
    int available = status.path("numberAvailable").asInt();
    int updated = status.path("updatedNumberScheduled").asInt();
    int ready = keepsOldPods(set) ? available : Math.min(updated, available);
    return ready < wanted ? counted(ready, wanted, Optional.empty()) : Standing.CURRENT;
  }

  static Standing ofReplicaSet(KubernetesObject set) {
    int wanted = wanted(set);
    int ready = set.status().path("availableReplicas").asInt();
    return ready < wanted ? counted(ready, wanted, obstacle(set)) : Standing.CURRENT;
  }

  /**
   * Unlike in kstatus, where a Job is current once it has begun: what waits for one needs its work.
   */
  static Standing ofJob(KubernetesObject job) {
    if (job.condition("Complete").filter(Condition::isTrue).isPresent()) {
      return Standing.CURRENT;
    }
    return job.condition("Failed")
        .filter(Condition::isTrue)
        .map(failed -> Standing.failed("has failed: " + failed.why()))
        .orElse(Standing.inProgress("has not completed"));
  }

  private static Standing counted(int ready, int wanted, Optional<Condition> obstacle) {
    String words = "has %d of %d pods ready".formatted(ready, wanted);
    if (obstacle.isEmpty()) {
      return Standing.inProgress(words);
    }
    String why = words + "; " + obstacle.get().words();
    boolean givenUp = obstacle.get().reason().equals("ProgressDeadlineExceeded");
    return givenUp ? Standing.failed(why) : Standing.inProgress(why);
  }

  /** What its controller says against it: pods that it may not make, or that do not come up. */
  private static Optional<Condition> obstacle(KubernetesObject object) {
    return object
        .condition("ReplicaFailure")
        .filter(Condition::isTrue)
        .or(() -> object.condition("Progressing").filter(Condition::isFalse));
  }

  private static int wanted(KubernetesObject object) {
    return object.spec().path("replicas").asInt(1);
  }

  private static boolean keepsOldPods(KubernetesObject set) {
    JsonNode strategy = set.spec().path("updateStrategy");
    return strategy.path("type").asText().equals("OnDelete")
        || strategy.path("rollingUpdate").path("partition").asInt() > 0;
  }
}
