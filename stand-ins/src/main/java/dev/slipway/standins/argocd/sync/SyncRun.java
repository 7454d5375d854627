package dev.slipway.standins.argocd.sync;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.sync.SyncTask.State;
import dev.slipway.standins.cluster.ClusterObjects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One operation at work. Each wave has to be well before the next one is applied. */
public final class SyncRun {
  private static final String UNSUCCESSFUL =
      "one or more synchronization tasks completed unsuccessfully";
  private static final String SUCCESSFUL = "successfully synced (all tasks run)";
  private static final String NOT_APPLIED = "one or more objects failed to apply";
  private static final String NOT_VALID = "one or more synchronization tasks are not valid";

  private final SyncTasks tasks;
  private final Applying applying;
  private final Duration waveDelay;
  private final ArrayNode results = JsonNodeFactory.instance.arrayNode();
  private String namespace;
  private boolean valid;
  private Instant lastWave = Instant.EPOCH;
  private Outcome outcome = Outcome.RUNNING;
  private String message = "waiting to start";

  /** How an operation stands. */
  public enum Outcome {
    RUNNING,
    SUCCEEDED,
    FAILED
  }

  /**
   * Begins an operation.
   *
   * @param waveDelay time between two waves
   */
  public SyncRun(
      ClusterObjects cluster, String application, List<ObjectNode> targets, Duration waveDelay) {
    applying = new Applying(cluster, application);
    this.waveDelay = waveDelay;
    tasks = SyncTasks.of(targets);
  }

  public Outcome outcome() {
    return outcome;
  }

  public String message() {
    return message;
  }

  /** What became of each object that was applied. */
  public ArrayNode results() {
    ArrayNode all = results.deepCopy();
    tasks.all().stream()
        .filter(task -> !task.stands(State.PENDING))
        .forEach(task -> all.add(new TaskReport(task).json()));
    return all;
  }

  /** Makes this namespace first, where it is not there. */
  public void createNamespace(String name) {
    namespace = name;
  }

  /** Goes on as far as it can without waiting. */
  public void advance(Instant now) {
    if (outcome != Outcome.RUNNING) {
      return;
    }
    if (!valid && !applying.knowsAllKinds(tasks.all())) {
      end(Outcome.FAILED, NOT_VALID);
      return;
    }
    if (!valid && namespace != null && applying.createNamespace(namespace)) {
      results.add(TaskReport.ofNamespace(namespace));
    }
    valid = true;
    Optional<String> waiting = new TaskWatch(applying, tasks).look();
    waiting.ifPresentOrElse(words -> message = words, () -> next(now));
  }

  private void next(Instant now) {
    List<SyncTask> step = tasks.nextStep();
    if (step.isEmpty()) {
      boolean failed = tasks.haveFailed();
      end(failed ? Outcome.FAILED : Outcome.SUCCEEDED, failed ? why() : SUCCESSFUL);
      return;
    }
    if (!now.isBefore(lastWave.plus(waveDelay))) {
      lastWave = now;
      step.forEach(applying::apply);
      endWithoutWaiting();
    }
  }

  /** Nobody waits for what is applied last, but for hooks. */
  private void endWithoutWaiting() {
    if (!tasks.nextStep().isEmpty()) {
      return;
    }
    if (tasks.haveFailed()) {
      end(Outcome.FAILED, why());
      return;
    }
    if (!tasks.haveHooks()) {
      end(Outcome.SUCCEEDED, SUCCESSFUL);
    }
  }

  private String why() {
    String reasons = tasks.reasons();
    return reasons.isEmpty() ? UNSUCCESSFUL : NOT_APPLIED + ", reason: " + reasons;
  }

  private void end(Outcome ended, String words) {
    outcome = ended;
    message = words;
  }
}
