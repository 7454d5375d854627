package dev.slipway.e2e.bed.crossplane;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The conditions that a stand-in gives a resource. */
final class Condition {
  private Condition() {}

  static void markAs(KubernetesClient client, GenericKubernetesResource object, String... types) {
    List<Map<String, String>> conditions =
        Stream.of(types)
            .map(
                type ->
                    Map.of(
                        "type", type,
                        "status", "True",
                        "reason", "StandIn",
                        "lastTransitionTime", "2026-01-01T00:00:00Z"))
            .toList();
    client
        .resource(object)
        .editStatus(
            fresh -> {
              fresh.setAdditionalProperty("status", Map.of("conditions", conditions));
              return fresh;
            });
  }
}
