package dev.slipway.standins.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.sync.SyncRun;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.control.ObjectMeta;
import java.time.Clock;
import java.time.Instant;

/** Carries out what an Application's field {@code operation} asks for. */
final class Operations {
  private final ClusterObjects cluster;
  private final Refreshing refreshing;
  private final Timing timing;
  private final Clock clock;
  private final ArgoCdListener listener;

  Operations(
      ClusterObjects cluster,
      Refreshing refreshing,
      Timing timing,
      Clock clock,
      ArgoCdListener listener) {
    this.cluster = cluster;
    this.refreshing = refreshing;
    this.timing = timing;
    this.clock = clock;
    this.listener = listener;
  }

  void advance(ObjectNode application, ApplicationMemory memory) {
    Instant now = clock.instant();
    JsonNode operation = application.path("operation");
    if (!operation.isObject()) {
      memory.end();
      new AutomatedSync(timing, now).ask(application, memory);
      return;
    }
    boolean begun = application.path("status").path("operationState").isObject();
    if (!begun || !memory.isRunning(operation)) {
      tell(application, operation);
      begin(application, memory, now);
      return;
    }
    if (memory.retryAt() != null) {
      if (!now.isBefore(memory.retryAt())) {
        retry(application, memory, now);
      }
      return;
    }
    memory.run().advance(now);
    show(application, memory, now);
  }

  private void tell(ObjectNode application, JsonNode operation) {
    JsonNode by = operation.path("initiatedBy").path("username");
    if (by.isTextual()) {
      listener.syncAskedFor(ObjectMeta.of(application).name(), by.asText());
    }
  }

  private void begin(ObjectNode application, ApplicationMemory memory, Instant now) {
    new ApplicationStatus(application).begin(now);
    start(application, memory, now);
  }

  /** Keeps the operation's count of retries. */
  private void retry(ObjectNode application, ApplicationMemory memory, Instant now) {
    new ApplicationStatus(application).operationState().remove("finishedAt");
    start(application, memory, now);
  }

  private void start(ObjectNode application, ApplicationMemory memory, Instant now) {
    refreshing.refreshNow(application, memory);
    String name = ObjectMeta.of(application).name();
    SyncRun run = new SyncRun(cluster, name, memory.objects(), timing.wave());
    if (createsNamespace(application)) {
      run.createNamespace(application.at("/spec/destination/namespace").asText());
    }
    memory.begin(run, application.path("operation"));
    if (memory.failure() != null) {
      end(application, memory, "Error", "ComparisonError: " + memory.failure(), now);
      return;
    }
    run.advance(now);
    show(application, memory, now);
  }

  private void show(ObjectNode application, ApplicationMemory memory, Instant now) {
    SyncRun run = memory.run();
    switch (run.outcome()) {
      case RUNNING -> {
        ApplicationStatus status = new ApplicationStatus(application);
        status.operationState().put("message", run.message());
        status.result(memory, run.results());
      }
      case SUCCEEDED -> end(application, memory, "Succeeded", run.message(), now);
      case FAILED -> end(application, memory, "Failed", run.message(), now);
    }
  }

  private void end(
      ObjectNode application, ApplicationMemory memory, String phase, String words, Instant now) {
    ApplicationStatus status = new ApplicationStatus(application);
    ObjectNode state = status.operationState();
    state.put("phase", phase).put("message", words);
    state.put("finishedAt", ApplicationStatus.second(now));
    status.result(memory, memory.run().results());
    Retry retry = new Retry(application.path("operation").path("retry"));
    int retried = state.path("retryCount").asInt();
    if (!phase.equals("Succeeded") && retry.isAllowed(retried)) {
      Instant when = now.plus(retry.pause(retried));
      memory.sleepUntil(when);
      state.put("phase", "Running").put("retryCount", retried + 1);
      state.put("message", words + Retry.announcement(retried + 1, when));
      return;
    }
    application.remove("operation");
    memory.end();
    refreshing.refreshNow(application, memory);
  }

  private static boolean createsNamespace(JsonNode application) {
    for (JsonNode options :
        new JsonNode[] {
          application.at("/spec/syncPolicy/syncOptions"),
          application.at("/operation/sync/syncOptions")
        }) {
      for (JsonNode option : options) {
        if (option.asText().equals("CreateNamespace=true")) {
          return true;
        }
      }
    }
    return false;
  }
}
