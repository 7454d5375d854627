package dev.slipway.standins.argocd.live;

import static dev.slipway.standins.argocd.live.HealthStatus.DEGRADED;
import static dev.slipway.standins.argocd.live.HealthStatus.HEALTHY;
import static dev.slipway.standins.argocd.live.HealthStatus.PROGRESSING;
import static dev.slipway.standins.argocd.live.HealthStatus.SUSPENDED;

import com.fasterxml.jackson.databind.JsonNode;

/** How the kinds of Kubernetes itself are: pure. */
final class WorkloadHealth {
  private WorkloadHealth() {}

  static HealthStatus deployment(JsonNode deployment) {
    JsonNode status = deployment.path("status");
    if (!isObserved(deployment)) {
      return PROGRESSING;
    }
    for (JsonNode condition : status.path("conditions")) {
      if (condition.path("reason").asText().equals("ProgressDeadlineExceeded")) {
        return DEGRADED;
      }
    }
    int wanted = deployment.path("spec").path("replicas").asInt(1);
    return running(wanted, status.path("updatedReplicas"), status.path("availableReplicas"));
  }

  static HealthStatus statefulSet(JsonNode set) {
    int wanted = set.path("spec").path("replicas").asInt(1);
    JsonNode ready = set.path("status").path("readyReplicas");
    return isObserved(set) ? running(wanted, ready, ready) : PROGRESSING;
  }

  static HealthStatus daemonSet(JsonNode set) {
    JsonNode status = set.path("status");
    int wanted = status.path("desiredNumberScheduled").asInt();
    return isObserved(set)
        ? running(wanted, status.path("updatedNumberScheduled"), status.path("numberAvailable"))
        : PROGRESSING;
  }

  private static HealthStatus running(int wanted, JsonNode updated, JsonNode available) {
    return Math.min(updated.asInt(), available.asInt()) < wanted ? PROGRESSING : HEALTHY;
  }

  private static boolean isObserved(JsonNode workload) {
    return workload.path("metadata").path("generation").asLong()
        <= workload.path("status").path("observedGeneration").asLong();
  }

  static HealthStatus job(JsonNode job) {
    if (Health.isTrue(job, "Failed")) {
      return DEGRADED;
    }
    if (Health.isTrue(job, "Suspended")) {
      return SUSPENDED;
    }
    return Health.isTrue(job, "Complete") ? HEALTHY : PROGRESSING;
  }

  static HealthStatus service(JsonNode service) {
    boolean balanced = service.path("spec").path("type").asText().equals("LoadBalancer");
    return balanced ? addressed(service) : HEALTHY;
  }

  static HealthStatus addressed(JsonNode object) {
    return object.path("status").path("loadBalancer").path("ingress").isEmpty()
        ? PROGRESSING
        : HEALTHY;
  }
}
