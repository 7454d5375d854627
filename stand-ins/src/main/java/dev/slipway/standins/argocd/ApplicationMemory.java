package dev.slipway.standins.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.live.Hook;
import dev.slipway.standins.argocd.sources.NotRendered;
import dev.slipway.standins.argocd.sources.Sources;
import dev.slipway.standins.argocd.sources.Sources.Rendered;
import dev.slipway.standins.argocd.sync.SyncRun;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.control.ObjectMeta;
import java.time.Instant;
import java.util.List;

/** What Argo CD remembers of an Application from one look to the next. */
final class ApplicationMemory {
  private Rendered rendered = new Rendered(List.of(), List.of());
  private String failure;
  private JsonNode renderedFrom;
  private Instant comparedAt;
  private SyncRun run;
  private JsonNode operation;
  private Instant retryAt;

  void render(ClusterObjects cluster, Sources sources, ObjectNode application, Instant now) {
    renderedFrom = application.path("spec").deepCopy();
    comparedAt = now;
    try {
      rendered = sources.render(application);
      String namespace = application.at("/spec/destination/namespace").asText();
      rendered.objects().forEach(object -> place(cluster, object, namespace));
      failure = null;
    } catch (NotRendered e) {
      rendered = new Rendered(List.of(), List.of());
      failure = e.getMessage();
    }
  }

  /** The next look starts from nothing. */
  void forget() {
    comparedAt = null;
  }

  boolean isRenderedFrom(JsonNode spec) {
    return spec.equals(renderedFrom);
  }

  /** Null where everything could be rendered. */
  String failure() {
    return failure;
  }

  Instant comparedAt() {
    return comparedAt;
  }

  List<String> revisions() {
    return rendered.revisions();
  }

  List<ObjectNode> objects() {
    return rendered.objects();
  }

  List<ObjectNode> objectsWithoutHooks() {
    return rendered.objects().stream().filter(object -> !Hook.isHook(object)).toList();
  }

  SyncRun run() {
    return run;
  }

  boolean isRunning(JsonNode wanted) {
    return run != null && wanted.equals(operation);
  }

  void begin(SyncRun begun, JsonNode wanted) {
    run = begun;
    operation = wanted.deepCopy();
    retryAt = null;
  }

  void end() {
    run = null;
    operation = null;
    retryAt = null;
  }

  void sleepUntil(Instant when) {
    retryAt = when;
  }

  /** Null while the operation is at work. */
  Instant retryAt() {
    return retryAt;
  }

  /** Objects that say no namespace go where the Application goes, if their kind has one. */
  private static void place(ClusterObjects cluster, ObjectNode object, String namespace) {
    boolean clusterWide = cluster.type(object).filter(type -> !type.namespaced()).isPresent();
    if (!clusterWide && ObjectMeta.of(object).namespace().isEmpty()) {
      object.withObject("/metadata").put("namespace", namespace);
    }
  }
}
