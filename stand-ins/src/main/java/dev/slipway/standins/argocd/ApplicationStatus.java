package dev.slipway.standins.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.live.Comparison;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes what Argo CD shows of an Application. One source has other fields than several. */
record ApplicationStatus(ObjectNode application) {

  void compared(Comparison comparison, ApplicationMemory memory) {
    ObjectNode sync = status().putObject("sync");
    boolean known = memory.failure() == null;
    sync.put("status", known ? comparison.isSynced() ? "Synced" : "OutOfSync" : "Unknown");
    revisions(sync, memory.revisions());
    ObjectNode comparedTo = sync.putObject("comparedTo");
    sources(comparedTo);
    comparedTo.set("destination", application.at("/spec/destination"));
    status().putObject("health").put("status", comparison.health().word());
    status().set("resources", comparison.json());
    if (comparison.json().isEmpty()) {
      status().remove("resources");
    }
  }

  void unknown() {
    status().putObject("sync").put("status", "Unknown");
    status().putObject("health").put("status", "Unknown");
  }

  void reconciledAt(Instant now) {
    status().put("controllerNamespace", "argocd").put("reconciledAt", second(now));
  }

  /** Keeps the time since when a condition has been there. */
  void condition(String type, String message, Instant now) {
    for (JsonNode condition : status().path("conditions")) {
      if (condition.path("type").asText().equals(type)
          && condition.path("message").asText().equals(message)) {
        return;
      }
    }
    clear(type);
    status()
        .withArray("conditions")
        .addObject()
        .put("type", type)
        .put("message", message)
        .put("lastTransitionTime", second(now));
  }

  void clear(String type) {
    if (status().path("conditions") instanceof ArrayNode conditions) {
      conditions.removeIf(condition -> condition.path("type").asText().equals(type));
      if (conditions.isEmpty()) {
        status().remove("conditions");
      }
    }
  }

  ObjectNode begin(Instant now) {
    ObjectNode state = status().putObject("operationState");
    state.set("operation", application.path("operation"));
    return state.put("startedAt", second(now)).put("phase", "Running");
  }

  /** What the operation has done so far. */
  void result(ApplicationMemory memory, ArrayNode results) {
    ObjectNode result = operationState().putObject("syncResult");
    revisions(result, memory.revisions());
    sources(result);
    if (!results.isEmpty()) {
      result.set("resources", results);
    }
  }

  ObjectNode operationState() {
    return status().withObject("/operationState");
  }

  ObjectNode status() {
    return application.withObject("/status");
  }

  static String second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void sources(ObjectNode target) {
    JsonNode spec = application.path("spec");
    if (spec.has("sources")) {
      target.set("sources", spec.path("sources"));
      return;
    }
    target.set("source", spec.path("source"));
  }

  private void revisions(ObjectNode target, List<String> revisions) {
    if (application.path("spec").has("sources")) {
      ArrayNode all = target.putArray("revisions");
      revisions.forEach(all::add);
      return;
    }
    target.put("revision", revisions.isEmpty() ? "" : revisions.get(0));
  }
}
