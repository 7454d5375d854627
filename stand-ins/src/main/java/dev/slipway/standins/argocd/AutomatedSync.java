package dev.slipway.standins.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Asks for an operation where an Application is to be synced without being asked. */
record AutomatedSync(Timing timing, Instant now) {
  private static final String SYNC_ERROR = "SyncError";

  /** What Argo CD does where a policy says nothing of retries. */
  private static final int RETRIES = 5;

  void ask(ObjectNode application, ApplicationMemory memory) {
    ApplicationStatus status = new ApplicationStatus(application);
    JsonNode policy = application.at("/spec/syncPolicy");
    boolean wanted = status.status().at("/sync/status").asText().equals("OutOfSync");
    if (!wanted || !policy.has("automated")) {
      status.clear(SYNC_ERROR);
      return;
    }
    JsonNode last = status.status().path("operationState");
    if (wasTried(last, status.status()) && !heals(policy, last)) {
      complain(status, last, memory);
      return;
    }
    status.clear(SYNC_ERROR);
    ObjectNode operation = application.putObject("operation");
    operation.putObject("initiatedBy").put("automated", true);
    operation.putObject("retry").put("limit", RETRIES);
    copy(policy, "retry", operation);
    ObjectNode sync = operation.putObject("sync");
    copy(status.status().path("sync"), "revision", sync);
    copy(status.status().path("sync"), "revisions", sync);
    copy(application.path("spec"), "source", sync);
    copy(application.path("spec"), "sources", sync);
    copy(policy, "syncOptions", sync);
  }

  private static void copy(JsonNode from, String field, ObjectNode to) {
    if (from.has(field)) {
      to.set(field, from.get(field));
    }
  }

  /** Argo CD does not try the same revision again on its own. */
  private static boolean wasTried(JsonNode last, JsonNode status) {
    JsonNode result = last.path("syncResult");
    JsonNode sync = status.path("sync");
    return last.isObject()
        && result.path("revision").equals(sync.path("revision"))
        && result.path("revisions").equals(sync.path("revisions"))
        && result.path("sources").equals(sync.at("/comparedTo/sources"))
        && result.path("source").equals(sync.at("/comparedTo/source"));
  }

  /** What somebody else has changed after a successful operation is taken back. */
  private boolean heals(JsonNode policy, JsonNode last) {
    return policy.at("/automated/selfHeal").asBoolean()
        && last.path("phase").asText().equals("Succeeded")
        && !now.isBefore(
            Instant.parse(last.path("finishedAt").asText()).plus(timing.selfHealing()));
  }

  private void complain(ApplicationStatus status, JsonNode last, ApplicationMemory memory) {
    if (!last.path("phase").asText().equals("Succeeded")) {
      status.condition(
          SYNC_ERROR,
          "Failed last sync attempt to %s: %s"
              .formatted(memory.revisions(), last.path("message").asText()),
          now);
    }
  }
}
