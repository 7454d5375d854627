package dev.slipway.standins.argocd.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.live.Hook;
import dev.slipway.standins.argocd.sync.SyncTask.State;
import dev.slipway.standins.control.ObjectMeta;

/** What an Application shows of one object that was applied. */
record TaskReport(SyncTask task) {

  /** Argo CD never looks back at a namespace that it has made. */
  static ObjectNode ofNamespace(String name) {
    return about("", "v1", "Namespace", "", name)
        .put("message", "namespace/" + name + " created")
        .put("syncPhase", "PreSync")
        .put("status", "Synced")
        .put("hookPhase", "Running");
  }

  ObjectNode json() {
    ObjectNode target = task.target();
    ObjectMeta meta = ObjectMeta.of(target);
    String apiVersion = target.path("apiVersion").asText();
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    ObjectNode result = about(task.group(), version, task.kind(), meta.namespace(), meta.name());
    result.put("message", task.message()).put("syncPhase", task.phase().word());
    if (task.isRefused()) {
      return result.put("status", "SyncFailed");
    }
    result.put("hookPhase", hookPhase());
    return task.isHook()
        ? result.put("hookType", Hook.type(target))
        : result.put("status", "Synced");
  }

  private String hookPhase() {
    if (task.stands(State.FAILED)) {
      return "Failed";
    }
    return task.stands(State.SUCCEEDED) ? "Succeeded" : "Running";
  }

  private static ObjectNode about(
      String group, String version, String kind, String namespace, String name) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("group", group)
        .put("version", version)
        .put("kind", kind)
        .put("namespace", namespace)
        .put("name", name);
  }
}
