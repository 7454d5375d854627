package dev.slipway.standins.argocd.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.live.Hook;
import dev.slipway.standins.argocd.live.SyncWave;
import dev.slipway.standins.control.ObjectMeta;
import java.util.Comparator;
import java.util.List;

/** One object that an operation applies. */
final class SyncTask {
  /** Where a task stands. */
  enum State {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED
  }

  /** What others build on comes first. */
  private static final List<String> KINDS_FIRST =
      List.of(
          "Namespace",
          "ServiceAccount",
          "Secret",
          "ConfigMap",
          "StorageClass",
          "CustomResourceDefinition",
          "ClusterRole",
          "ClusterRoleBinding",
          "Role",
          "RoleBinding",
          "Service",
          "DaemonSet",
          "Deployment",
          "StatefulSet",
          "Job",
          "Ingress");

  /** The order in which tasks are done. */
  static final Comparator<SyncTask> ORDER =
      Comparator.comparing(SyncTask::phase)
          .thenComparing(SyncTask::wave)
          .thenComparing(SyncTask::rank)
          .thenComparing(task -> ObjectMeta.of(task.target).name());

  private final ObjectNode target;
  private State state = State.PENDING;
  private String message = "";
  private boolean refused;

  SyncTask(ObjectNode target) {
    this.target = target;
  }

  ObjectNode target() {
    return target;
  }

  SyncPhase phase() {
    return SyncPhase.of(target);
  }

  int wave() {
    return SyncWave.of(target);
  }

  boolean isHook() {
    return Hook.isHook(target);
  }

  boolean stands(State other) {
    return state == other;
  }

  void enter(State next, String words) {
    state = next;
    message = words;
  }

  void enter(State next) {
    state = next;
  }

  /** The API server did not take it. */
  void refuse(String words) {
    enter(State.FAILED, words);
    refused = true;
  }

  String message() {
    return message;
  }

  /** As operations name it: group, kind and name. */
  String title() {
    return "%s/%s/%s".formatted(group(), kind(), ObjectMeta.of(target).name());
  }

  String kind() {
    return target.path("kind").asText();
  }

  String group() {
    String apiVersion = target.path("apiVersion").asText();
    return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
  }

  ObjectNode result() {
    String apiVersion = target.path("apiVersion").asText();
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("group", group());
    result.put("version", apiVersion.substring(apiVersion.indexOf('/') + 1));
    result.put("kind", kind());
    result.put("namespace", ObjectMeta.of(target).namespace());
    result.put("name", ObjectMeta.of(target).name());
    result.put("message", message).put("syncPhase", phase().word());
    if (isHook()) {
      result.put("hookType", Hook.type(target));
    }
    result.put("status", refused ? "SyncFailed" : "Synced");
    return result.put("hookPhase", hookPhase());
  }

  private String hookPhase() {
    return switch (state) {
      case PENDING, RUNNING -> "Running";
      case SUCCEEDED -> "Succeeded";
      case FAILED -> "Failed";
    };
  }

  private int rank() {
    int rank = KINDS_FIRST.indexOf(kind());
    return rank < 0 ? KINDS_FIRST.size() : rank;
  }
}
