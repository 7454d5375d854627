package dev.slipway.standins.contract.argocd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.contract.Eventually;
import dev.slipway.standins.contract.Json;

/** An Application that is not made yet. Its namespace has its name. */
final class Draft {
  private final ArgoCdWorld world;
  private final String name;
  private final ObjectNode json;

  private Draft(ArgoCdWorld world, String name) {
    this.world = world;
    this.name = "contract-" + name;
    json =
        (ObjectNode)
            Json.parse(
                """
                {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
                 "metadata": {"name": "NAME", "namespace": "argocd"},
                 "spec": {"project": "default",
                   "destination": {"server": "https://kubernetes.default.svc", "namespace": "NAME"},
                   "source": {"repoURL": "GIT", "targetRevision": "main", "path": "."},
                   "syncPolicy": {"syncOptions": ["CreateNamespace=true"]}}}
                """
                    .replace("NAME", this.name)
                    .replace("GIT", world.repository()));
  }

  static Draft named(ArgoCdWorld world, String name) {
    return new Draft(world, name);
  }

  Draft from(String folder) {
    ((ObjectNode) json.at("/spec/source")).put("path", folder);
    return this;
  }

  /** A repository that does not answer. */
  Draft fromNowhere() {
    ObjectNode source = ((ObjectNode) json.at("/spec")).putObject("source");
    source.put("repoURL", "http://127.0.0.1:1").put("chart", "absent");
    source.put("targetRevision", "1.0.0");
    return this;
  }

  Draft automated() {
    json.withObject("/spec/syncPolicy").putObject("automated");
    return this;
  }

  /** Tries again an hour later, so that it is seen asleep. */
  Draft retrying() {
    ObjectNode retry = json.withObject("/spec/syncPolicy").putObject("retry");
    retry.put("limit", 3).putObject("backoff").put("duration", "1h").put("maxDuration", "1h");
    return this;
  }

  /** Gives up after the first try. */
  Draft once() {
    json.withObject("/spec/syncPolicy").putObject("retry").put("limit", 0);
    return this;
  }

  Draft cascading() {
    json.withObject("/metadata")
        .putArray("finalizers")
        .add("resources-finalizer.argocd.argoproj.io");
    return this;
  }

  Draft to(String cluster) {
    ((ObjectNode) json.at("/spec/destination")).put("name", cluster).remove("server");
    return this;
  }

  ApplicationUnderTest create() {
    world.client().resource(Json.resource(json.toString())).create();
    return new ApplicationUnderTest(world.client(), name);
  }

  /** Waits until it has been synced. */
  ApplicationUnderTest createAndSync() {
    ApplicationUnderTest application = automated().create();
    Eventually.see(() -> application.requires("/status/operationState/phase", "Succeeded"));
    Eventually.see(() -> application.requires("/status/sync/status", "Synced"));
    return application;
  }
}
