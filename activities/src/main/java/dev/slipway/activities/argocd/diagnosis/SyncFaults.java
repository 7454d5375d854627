package dev.slipway.activities.argocd.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.Condition;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The objects that the last sync could not apply, its failed hooks, and what keeps Argo CD from
 * knowing what to apply: pure.
 */
final class SyncFaults {
  private static final Set<String> ABOUT_THE_SOURCE =
      Set.of("ComparisonError", "InvalidSpecError", "UnknownError");
  private static final int MOST = 3;

  private SyncFaults() {}

  static List<String> of(KubernetesObject application) {
    return Stream.concat(
            FailedResources.of(application).map(SyncFaults::words).limit(MOST),
            application.conditions().stream()
                .filter(condition -> ABOUT_THE_SOURCE.contains(condition.type()))
                .map(Condition::message))
        .toList();
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
