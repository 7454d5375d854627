package dev.slipway.activities.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The patch that asks Argo CD for a sync or a refresh, as its own API server writes it: pure. */
final class SyncRequest {
  private static final String REFRESH = "argocd.argoproj.io/refresh";
  private static final Duration STALE = Duration.ofSeconds(6);

  private SyncRequest() {}

  /**
   * The merge patch for the Application as it was seen; empty while an operation is at work. One
   * that only sleeps until its next retry is replaced, which also starts its back-off anew. Where
   * the comparison failed, a sync could only fail, too: Argo CD is asked to read anew.
   */
  static Optional<JsonNode> patch(KubernetesObject application) {
    if (application.isLeaving() || working(application)) {
      return Optional.empty();
    }
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    ObjectNode changed = patch.putObject("metadata");
    changed.set("resourceVersion", application.content().at("/metadata/resourceVersion"));
    if (comparisonFailed(application)) {
      changed.putObject("annotations").put(REFRESH, "hard");
      return Optional.of(patch);
    }
    patch.set("operation", operation(application));
    patch.putObject("status").putNull("operationState");
    return Optional.of(patch);
  }

  /**
   * The patch that asks for another comparison with the cluster; empty where the last one is fresh
   * or one is asked for. An operation that waits for a resource's health may miss its last change,
   * a CRD's most of all, and then goes on only with the next comparison, minutes later.
   */
  static Optional<JsonNode> comparison(KubernetesObject application, Instant now) {
    String reconciledAt = application.status().path("reconciledAt").asText();
    if (application.isLeaving()
        || application.annotations().containsKey(REFRESH)
        || reconciledAt.isEmpty()
        || Instant.parse(reconciledAt).plus(STALE).isAfter(now)) {
      return Optional.empty();
    }
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("metadata").putObject("annotations").put(REFRESH, "normal");
    return Optional.of(patch);
  }

  private static boolean comparisonFailed(KubernetesObject application) {
    return application.condition("ComparisonError").isPresent();
  }

  private static boolean working(KubernetesObject application) {
    return application.content().path("operation").isObject()
        && !ApplicationReading.isAsleep(application);
  }

  /**
   * Fields that only the replaced operation has are set to null: a merge patch would keep them, and
   * with them the revision that it was pinned to.
   */
  private static ObjectNode operation(KubernetesObject application) {
    JsonNode policy = application.spec().path("syncPolicy");
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.putObject("initiatedBy").put("username", "slipway").putNull("automated");
    ObjectNode sync = operation.putObject("sync");
    application
        .content()
        .path("operation")
        .path("sync")
        .fieldNames()
        .forEachRemaining(sync::putNull);
    sync.put("prune", policy.path("automated").path("prune").asBoolean());
    sync.set("syncOptions", policy.path("syncOptions"));
    operation.set("retry", policy.path("retry"));
    return operation;
  }
}
