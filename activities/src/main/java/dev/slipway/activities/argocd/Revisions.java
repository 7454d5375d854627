package dev.slipway.activities.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.time.Instant;
import java.util.List;

/** Whether what Argo CD reports is about what the Application asks for now: pure. */
final class Revisions {
  private static final List<String> SOURCES = List.of("source", "sources");
  private static final List<String> REVISIONS = List.of("revision", "revisions");

  private Revisions() {}

  /**
   * Whether the comparison was made with the present sources. Argo CD keeps the old result until it
   * has compared again, also when the values in the sources changed.
   */
  static boolean comparisonIsCurrent(KubernetesObject application) {
    JsonNode comparedTo = application.status().path("sync").path("comparedTo");
    return same(SOURCES, application.spec(), comparedTo);
  }

  /**
   * Whether the last operation was for the sources and revisions of the last comparison, and that
   * comparison was made after it: the one from before shows what the operation has changed since.
   */
  static boolean operationIsCurrent(KubernetesObject application) {
    JsonNode sync = application.status().path("sync");
    JsonNode result = application.status().path("operationState").path("syncResult");
    if (comparedBeforeItsEnd(application.status())) {
      return false;
    }
    boolean known =
        REVISIONS.stream().anyMatch(field -> !filled(result.path(field)).isMissingNode());
    return known && same(REVISIONS, result, sync) && same(SOURCES, result, sync.path("comparedTo"));
  }

  private static boolean comparedBeforeItsEnd(JsonNode status) {
    String finished = status.path("operationState").path("finishedAt").asText("");
    String compared = status.path("reconciledAt").asText("");
    return !finished.isEmpty()
        && !compared.isEmpty()
        && Instant.parse(compared).isBefore(Instant.parse(finished));
  }

  private static boolean same(List<String> fields, JsonNode left, JsonNode right) {
    return fields.stream()
        .allMatch(field -> filled(left.path(field)).equals(filled(right.path(field))));
  }

  /** Argo CD writes fields that do not apply as empty strings, lists or sources. */
  private static JsonNode filled(JsonNode node) {
    boolean empty =
        node.isNull()
            || (node.isTextual() && node.asText().isEmpty())
            || (node.isArray() && node.isEmpty())
            || (node.isObject() && node.path("repoURL").asText().isEmpty());
    return empty ? MissingNode.getInstance() : node;
  }
}
