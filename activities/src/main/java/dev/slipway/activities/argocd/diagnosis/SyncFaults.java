package dev.slipway.activities.argocd.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The objects that the last sync could not apply, its failed hooks, and what keeps Argo CD from
 * knowing what to apply: pure.
 */
final class SyncFaults {
  private static final Set<String> FAILED = Set.of("Failed", "Error");
  private static final Set<String> ABOUT_THE_SOURCE =
      Set.of("ComparisonError", "InvalidSpecError", "UnknownError");
  private static final int MOST = 3;

  private SyncFaults() {}

  static List<String> of(JsonNode application) {
    JsonNode results =
        application.path("status").path("operationState").path("syncResult").path("resources");
    JsonNode conditions = application.path("status").path("conditions");
    return Stream.concat(
            StreamSupport.stream(results.spliterator(), false)
                .filter(SyncFaults::failed)
                .map(SyncFaults::words)
                .limit(MOST),
            StreamSupport.stream(conditions.spliterator(), false)
                .filter(condition -> ABOUT_THE_SOURCE.contains(condition.path("type").asText()))
                .map(condition -> condition.path("message").asText()))
        .toList();
  }

  private static boolean failed(JsonNode result) {
    return result.path("status").asText().equals("SyncFailed")
        || FAILED.contains(result.path("hookPhase").asText());
  }

  private static String words(JsonNode result) {
    String namespace = result.path("namespace").asText();
    return "%s %s%s could not be applied: %s"
        .formatted(
            result.path("kind").asText(),
            namespace.isEmpty() ? "" : namespace + "/",
            result.path("name").asText(),
            result.path("message").asText());
  }
}
