package dev.slipway.activities.argocd.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The objects that the last sync could not apply, and its failed hooks: pure. */
final class SyncFaults {
  private static final Set<String> FAILED = Set.of("Failed", "Error");
  private static final int MOST = 3;

  private SyncFaults() {}

  static List<String> of(JsonNode application) {
    JsonNode results =
        application.path("status").path("operationState").path("syncResult").path("resources");
    return StreamSupport.stream(results.spliterator(), false)
        .filter(SyncFaults::failed)
        .map(SyncFaults::words)
        .limit(MOST)
        .toList();
  }

  private static boolean failed(JsonNode result) {
    return result.path("status").asText().equals("SyncFailed")
        || FAILED.contains(result.path("hookPhase").asText());
  }

  private static String words(JsonNode result) {
    return "%s %s: %s"
        .formatted(
            result.path("kind").asText(),
            result.path("name").asText(),
            result.path("message").asText());
  }
}
