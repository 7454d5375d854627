package dev.slipway.standins.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What the controllers of Kubernetes write about a workload. */
record WorkloadStatus(String plural, ObjectNode workload, Instant now) {
  /** What Kubernetes takes where a Deployment says nothing. */
  private static final int PROGRESS_DEADLINE = 600;

  private static final Map<String, String> MESSAGES =
      Map.of(
          "DeadlineExceeded", "Job was active longer than specified deadline",
          "CompletionsReached", "Reached expected number of succeeded pods",
          "MinimumReplicasAvailable", "Deployment has minimum availability.",
          "MinimumReplicasUnavailable", "Deployment does not have minimum availability.");

  /** Jobs end; everything else goes on. */
  boolean isFinal() {
    for (JsonNode condition : workload.at("/status/conditions")) {
      String type = condition.path("type").asText();
      if (plural.equals("jobs") && List.of("Complete", "Failed").contains(type)) {
        return true;
      }
    }
    return false;
  }

  boolean isReady() {
    return workload.at("/status/readyReplicas").asInt() > 0
        || workload.at("/status/numberReady").asInt() > 0;
  }

  void succeed() {
    switch (plural) {
      case "deployments" -> {
        counts(replicas(), "replicas", "updatedReplicas", "readyReplicas", "availableReplicas");
        status().remove("unavailableReplicas");
        condition("Available", "True", "MinimumReplicasAvailable");
        condition("Progressing", "True", "NewReplicaSetAvailable");
      }
      case "statefulsets" ->
          counts(
              replicas(),
              "replicas",
              "currentReplicas",
              "updatedReplicas",
              "readyReplicas",
              "availableReplicas");
      case "daemonsets" ->
          counts(
              1,
              "desiredNumberScheduled",
              "currentNumberScheduled",
              "updatedNumberScheduled",
              "numberReady",
              "numberAvailable");
      default -> {
        status().put("succeeded", 1).put("completionTime", second());
        condition("SuccessCriteriaMet", "True", "CompletionsReached");
        condition("Complete", "True", "CompletionsReached");
      }
    }
  }

  /** Its pods do not run yet, or will not. */
  void await(Instant since) {
    switch (plural) {
      case "deployments" -> {
        counts(replicas(), "replicas", "updatedReplicas", "unavailableReplicas");
        condition("Available", "False", "MinimumReplicasUnavailable");
        boolean late = isOver(since, workload.at("/spec/progressDeadlineSeconds"));
        condition(
            "Progressing",
            late ? "False" : "True",
            late ? "ProgressDeadlineExceeded" : "ReplicaSetUpdated");
      }
      case "statefulsets" -> counts(replicas(), "replicas", "currentReplicas", "updatedReplicas");
      case "daemonsets" -> counts(1, "desiredNumberScheduled", "currentNumberScheduled");
      default -> {
        JsonNode deadline = workload.at("/spec/activeDeadlineSeconds");
        if (deadline.isNumber() && isOver(since, deadline)) {
          condition("FailureTarget", "True", "DeadlineExceeded");
          condition("Failed", "True", "DeadlineExceeded");
        }
      }
    }
  }

  private boolean isOver(Instant since, JsonNode deadline) {
    return !now.isBefore(since.plus(Duration.ofSeconds(deadline.asLong(PROGRESS_DEADLINE))));
  }

  private int replicas() {
    return workload.path("spec").path("replicas").asInt(1);
  }

  private void counts(int count, String... fields) {
    status().put("observedGeneration", workload.path("metadata").path("generation").asLong());
    for (String field : fields) {
      status().put(field, count);
    }
  }

  private void condition(String type, String value, String reason) {
    ArrayNode conditions = status().withArray("conditions");
    for (JsonNode condition : conditions) {
      if (condition.path("type").asText().equals(type)) {
        ((ObjectNode) condition).put("status", value).put("reason", reason);
        return;
      }
    }
    conditions
        .addObject()
        .put("type", type)
        .put("status", value)
        .put("reason", reason)
        .put("message", MESSAGES.getOrDefault(reason, reason))
        .put("lastTransitionTime", second());
  }

  private ObjectNode status() {
    return workload.withObject("/status");
  }

  private String second() {
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
