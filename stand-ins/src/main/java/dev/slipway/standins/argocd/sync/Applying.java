package dev.slipway.standins.argocd.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.live.Hook;
import dev.slipway.standins.argocd.live.Tracking;
import dev.slipway.standins.argocd.sync.SyncTask.State;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ApiRefusal;
import dev.slipway.standins.cluster.objects.ObjectKey;
import java.util.List;
import java.util.Optional;

/** Puts the objects of an operation into the cluster. */
final class Applying {
  private static final String MANAGER = "argocd-controller";

  private final ClusterObjects cluster;
  private final String application;

  Applying(ClusterObjects cluster, String application) {
    this.cluster = cluster;
    this.application = application;
  }

  /** Whether the cluster serves every kind that is applied, or will, once its definition is. */
  boolean knowsAllKinds(List<SyncTask> tasks) {
    for (SyncTask task : tasks) {
      if (cluster.key(task.target()).isEmpty() && !defines(tasks, task)) {
        task.refuse(
            "The Kubernetes API could not find %s/%s for requested resource %s/%s. Make sure the \"%s\" CRD is installed on the destination cluster."
                .formatted(
                    task.group(),
                    task.kind(),
                    task.target().at("/metadata/namespace").asText(),
                    task.target().at("/metadata/name").asText(),
                    task.kind()));
      }
    }
    return tasks.stream().noneMatch(task -> task.stands(State.FAILED));
  }

  void apply(SyncTask task) {
    try {
      if (task.isHook() && Hook.deletePolicy(task.target()).contains("BeforeHookCreation")) {
        delete(task);
      }
      String verb = live(task).isPresent() ? "configured" : "created";
      cluster.apply(Tracking.tracked(task.target(), application), MANAGER);
      task.enter(State.RUNNING, task.resource() + " " + verb);
    } catch (ApiRefusal refusal) {
      task.refuse(refusal.getMessage());
    }
  }

  Optional<ObjectNode> live(SyncTask task) {
    return cluster.key(task.target()).flatMap(cluster::find);
  }

  void delete(SyncTask task) {
    cluster.key(task.target()).ifPresent(cluster::delete);
  }

  /** Whether it was not there. */
  boolean createNamespace(String name) {
    boolean absent = cluster.find(new ObjectKey("", "namespaces", "", name)).isEmpty();
    cluster.createNamespace(name);
    return absent;
  }

  private static boolean defines(List<SyncTask> tasks, SyncTask wanted) {
    return tasks.stream()
        .map(task -> task.target().path("spec"))
        .anyMatch(
            spec ->
                spec.path("group").asText().equals(wanted.group())
                    && spec.path("names").path("kind").asText().equals(wanted.kind()));
  }
}
