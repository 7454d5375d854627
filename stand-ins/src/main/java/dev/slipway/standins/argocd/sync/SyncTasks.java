package dev.slipway.standins.argocd.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.sync.SyncTask.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tasks of an operation, in the order in which they are done. */
record SyncTasks(List<SyncTask> all) {

  static SyncTasks of(List<ObjectNode> targets) {
    Comparator<SyncTask> order = SyncTask.ORDER;
    return new SyncTasks(targets.stream().map(SyncTask::new).sorted(order).toList());
  }

  List<SyncTask> standing(State state) {
    return all.stream().filter(task -> task.stands(state)).toList();
  }

  boolean haveFailed() {
    return all.stream().anyMatch(task -> task.stands(State.FAILED));
  }

  boolean haveHooks() {
    return all.stream().anyMatch(SyncTask::isHook);
  }

  /** What is applied next, all at once; after a failure that is what is kept for failures. */
  List<SyncTask> nextStep() {
    boolean failed = haveFailed();
    List<SyncTask> pending =
        standing(State.PENDING).stream()
            .filter(task -> failed == (task.phase() == SyncPhase.SYNC_FAIL))
            .toList();
    Optional<SyncTask> first = pending.stream().findFirst();
    return pending.stream().filter(task -> isSameStep(task, first.orElseThrow())).toList();
  }

  /** Where all is applied at once, Argo CD does not wait for what it applied. */
  boolean haveSeveralSteps() {
    return all.stream()
        .filter(task -> task.phase() != SyncPhase.SYNC_FAIL)
        .anyMatch(task -> !isSameStep(task, all.get(0)));
  }

  /** Why objects were refused; empty where none was. */
  String reasons() {
    return standing(State.FAILED).stream()
        .filter(SyncTask::isRefused)
        .map(SyncTask::message)
        .collect(Collectors.joining(","));
  }

  private static boolean isSameStep(SyncTask one, SyncTask other) {
    return one.phase() == other.phase() && one.wave() == other.wave();
  }
}
