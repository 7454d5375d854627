package dev.slipway.standins.argocd.sync;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.live.Health;
import dev.slipway.standins.argocd.live.HealthStatus;
import dev.slipway.standins.argocd.live.Hook;
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
        .forEach(task -> all.add(task.result()));
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
      results.add(SyncTask.namespaceResult(namespace));
    }
    valid = true;
    boolean severalSteps = tasks.haveSeveralSteps();
    tasks.standing(State.RUNNING).forEach(task -> look(task, severalSteps));
    List<SyncTask> waitedFor = tasks.standing(State.RUNNING);
    if (!waitedFor.isEmpty()) {
      message = "waiting for " + titles(waitedFor);
      return;
    }
    next(now);
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

  private void look(SyncTask task, boolean severalSteps) {
    Optional<HealthStatus> health = applying.live(task).flatMap(Health::of);
    boolean ill = health.filter(HealthStatus.DEGRADED::equals).isPresent();
    boolean well = health.isEmpty() || health.filter(HealthStatus.HEALTHY::equals).isPresent();
    boolean unwatched = !severalSteps && !task.isHook();
    if (well || unwatched) {
      task.enter(State.SUCCEEDED);
      deleteIf("HookSucceeded", task);
      return;
    }
    if (ill) {
      task.enter(State.FAILED, applying.live(task).map(Health::message).orElse(""));
      deleteIf("HookFailed", task);
    }
  }

  private void deleteIf(String policy, SyncTask task) {
    if (task.isHook() && Hook.deletePolicy(task.target()).contains(policy)) {
      applying.delete(task);
    }
  }

  private String why() {
    String reasons = tasks.reasons();
    return reasons.isEmpty() ? UNSUCCESSFUL : NOT_APPLIED + ", reason: " + reasons;
  }

  private static String titles(List<SyncTask> waitedFor) {
    boolean hooks = waitedFor.get(0).isHook();
    int others = waitedFor.size() - 1;
    return (hooks ? "completion of hook " : "healthy state of ")
        + waitedFor.get(0).title()
        + (others == 0 ? "" : " and " + others + " more " + (hooks ? "hooks" : "resources"));
  }

  private void end(Outcome ended, String words) {
    outcome = ended;
    message = words;
  }
}
