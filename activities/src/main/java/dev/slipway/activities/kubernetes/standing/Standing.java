package dev.slipway.activities.kubernetes.standing;

import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.List;

/**
 * Where an object stands on its way to what its specification asks for, from the object alone:
 * pure. The states are those of kstatus, but that here an object whose state cannot be told is
 * {@link State#UNKNOWN} and never current.
 *
 * @param message goes on after the object's name, such as {@code has 1 of 2 pods ready}; empty
 *     where it is current
 */
public record Standing(State state, String message) {
  public static final Standing NOT_FOUND = new Standing(State.NOT_FOUND, "does not exist");
  static final Standing CURRENT = new Standing(State.CURRENT, "");
  private static final Standing NOT_SEEN = inProgress("has not been seen by its controller");

  /** How far an object is. */
  public enum State {
    /** It is what was asked for. */
    CURRENT,
    IN_PROGRESS,
    /** It does not get there by itself. */
    FAILED,
    /** It was deleted, and finalizers still keep it. */
    TERMINATING,
    NOT_FOUND,
    /** It does not say. */
    UNKNOWN
  }

  static Standing inProgress(String message) {
    return new Standing(State.IN_PROGRESS, message);
  }

  static Standing failed(String message) {
    return new Standing(State.FAILED, message);
  }

  /** Of an object that is there. */
  public static Standing of(KubernetesObject object) {
    if (object.isLeaving()) {
      return leaving(object.finalizers());
    }
    if (isAboutAnEarlierSpecification(object)) {
      return NOT_SEEN;
    }
    return switch (object.kind() + "." + object.group()) {
      case "Deployment.apps" -> WorkloadStanding.ofDeployment(object);
      case "StatefulSet.apps" -> WorkloadStanding.ofStatefulSet(object);
      case "DaemonSet.apps" -> WorkloadStanding.ofDaemonSet(object);
      case "ReplicaSet.apps" -> WorkloadStanding.ofReplicaSet(object);
      case "Job.batch" -> WorkloadStanding.ofJob(object);
      case "Pod." -> PodStanding.of(object);
      case "PersistentVolumeClaim." -> BuiltInStanding.ofVolumeClaim(object);
      case "Service." -> BuiltInStanding.ofService(object);
      case "Ingress.networking.k8s.io" -> BuiltInStanding.ofIngress(object);
      case "CustomResourceDefinition.apiextensions.k8s.io" -> BuiltInStanding.ofDefinition(object);
      default ->
          Stateless.includes(object.group(), object.kind())
              ? CURRENT
              : ConditionStanding.of(object);
    };
  }

  public boolean isCurrent() {
    return state == State.CURRENT;
  }

  private static Standing leaving(List<String> finalizers) {
    String kept = finalizers.isEmpty() ? "" : "; kept by " + String.join(", ", finalizers);
    return new Standing(State.TERMINATING, "is being deleted" + kept);
  }

  private static boolean isAboutAnEarlierSpecification(KubernetesObject object) {
    long generation = object.content().path("metadata").path("generation").asLong();
    boolean counts = object.group().equals("apps") || object.status().has("observedGeneration");
    return counts && object.status().path("observedGeneration").asLong() < generation;
  }
}
