package dev.slipway.activities.argocd.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the last operation of an Application could not apply, and its failed hooks: pure. */
public final class FailedResources {
  private static final Set<String> FAILED = Set.of("Failed", "Error");

  private FailedResources() {}

  /** Their results, as Argo CD wrote them. */
  public static Stream<JsonNode> of(KubernetesObject application) {
    JsonNode results =
        application.status().path("operationState").path("syncResult").path("resources");
    return StreamSupport.stream(results.spliterator(), /* parallel= */ false)
        .filter(FailedResources::isFailed);
  }

  private static boolean isFailed(JsonNode result) {
    return result.path("status").asText().equals("SyncFailed")
        || FAILED.contains(result.path("hookPhase").asText());
  }
}
