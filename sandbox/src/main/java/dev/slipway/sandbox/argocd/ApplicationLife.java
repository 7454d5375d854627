package dev.slipway.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How one Application looks in each phase of its life. */
final class ApplicationLife {
  /** Where an Application stands. */
  enum Phase {
    NEW,
    SYNCING,
    ASLEEP,
    PROGRESSING,
    UP
  }

  private static final String REVISION = "5715a9d15715a9d15715a9d15715a9d15715a9d1";

  private final String name;
  private Phase phase = Phase.NEW;
  private Instant since;
  private Instant readyToComeUp;

  ApplicationLife(String name, Instant now) {
    this.name = name;
    this.since = now;
  }

  String name() {
    return name;
  }

  Phase phase() {
    return phase;
  }

  boolean lasted(Duration time, Instant now) {
    return !now.isBefore(since.plus(time));
  }

  /** Counts from the first time that it was asked for in this phase. */
  boolean isUpAfter(Duration time, Instant now) {
    if (readyToComeUp == null) {
      readyToComeUp = now;
    }
    return !now.isBefore(readyToComeUp.plus(time));
  }

  void sync(ObjectNode application, Instant now) {
    enter(Phase.SYNCING, now);
    ObjectNode operation = application.putObject("operation");
    operation.putObject("initiatedBy").put("automated", true);
    operation.putObject("sync").set("revisions", revisions(application));
    show(application, "OutOfSync", "Missing");
    operationState(application, "Running", "waiting for tasks to complete", now);
  }

  void fallAsleep(ObjectNode application, String reason, Instant now) {
    enter(Phase.ASLEEP, now);
    ObjectNode state =
        operationState(
            application,
            "Running",
            "one or more synchronization tasks completed unsuccessfully, reason: %s. Retrying attempt #1"
                .formatted(reason),
            now);
    state.put("finishedAt", now.truncatedTo(ChronoUnit.SECONDS).toString()).put("retryCount", 1);
  }

  void progress(ObjectNode application, Instant now) {
    enter(Phase.PROGRESSING, now);
    application.remove("operation");
    show(application, "Synced", "Progressing");
    ObjectNode state =
        operationState(application, "Succeeded", "successfully synced (all tasks run)", now);
    state.put("finishedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
    ObjectNode result = state.putObject("syncResult");
    result.set("revisions", revisions(application));
    result.set("sources", application.path("spec").path("sources"));
  }

  void comeUp(ObjectNode application, Instant now) {
    enter(Phase.UP, now);
    show(application, "Synced", "Healthy");
  }

  private void enter(Phase next, Instant now) {
    phase = next;
    since = now;
    readyToComeUp = null;
  }

  private static void show(ObjectNode application, String sync, String health) {
    ObjectNode status = application.withObject("/status");
    ObjectNode compared = status.putObject("sync").put("status", sync);
    compared.set("revisions", revisions(application));
    ObjectNode to = compared.putObject("comparedTo");
    to.set("sources", application.path("spec").path("sources"));
    to.set("destination", application.path("spec").path("destination"));
    status.putObject("health").put("status", health);
  }

  private static ObjectNode operationState(
      ObjectNode application, String phase, String message, Instant now) {
    ObjectNode state = application.withObject("/status").putObject("operationState");
    state.set("operation", application.path("operation"));
    return state
        .put("phase", phase)
        .put("message", message)
        .put("startedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static JsonNode revisions(ObjectNode application) {
    var revisions = application.arrayNode();
    application.path("spec").path("sources").forEach(source -> revisions.add(REVISION));
    return revisions;
  }
}
