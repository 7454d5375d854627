package dev.slipway.standins.argocd.sync;

import dev.slipway.standins.argocd.live.Health;
import dev.slipway.standins.argocd.live.HealthStatus;
import dev.slipway.standins.argocd.live.Hook;
import dev.slipway.standins.argocd.sync.SyncTask.State;
import java.util.List;
import java.util.Optional;

/** Looks how those are that were applied. */
record TaskWatch(Applying applying, SyncTasks tasks) {

  /** What is waited for, in Argo CD's words; empty when nothing is. */
  Optional<String> look() {
    boolean severalSteps = tasks.haveSeveralSteps();
    tasks.standing(State.RUNNING).forEach(task -> look(task, severalSteps));
    List<SyncTask> running = tasks.standing(State.RUNNING);
    return running.isEmpty() ? Optional.empty() : Optional.of("waiting for " + titles(running));
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

  private static String titles(List<SyncTask> running) {
    boolean hooks = running.get(0).isHook();
    int others = running.size() - 1;
    return (hooks ? "completion of hook " : "healthy state of ")
        + running.get(0).title()
        + (others == 0 ? "" : " and " + others + " more " + (hooks ? "hooks" : "resources"));
  }
}
