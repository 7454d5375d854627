package dev.slipway.standins.argocd.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.live.Hook;
import dev.slipway.standins.argocd.live.SyncWave;
import dev.slipway.standins.control.ObjectMeta;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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

  boolean isRefused() {
    return refused;
  }

  /** As kubectl names it, such as {@code deployment.apps/web}. */
  String resource() {
    String kind = kind().toLowerCase(Locale.ROOT);
    return kind + (group().isEmpty() ? "" : "." + group()) + "/" + ObjectMeta.of(target).name();
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

  private int rank() {
    int rank = KINDS_FIRST.indexOf(kind());
    return rank < 0 ? KINDS_FIRST.size() : rank;
  }
}
