package dev.slipway.e2e.bed.operators;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Custom resources of one kind that a stand-in marks as done. */
record CustomResources(KubernetesClient client, ResourceDefinitionContext kind) {
  static CustomResources of(
      KubernetesClient client, String group, String kind, String plural, boolean namespaced) {
    ResourceDefinitionContext context =
        new ResourceDefinitionContext.Builder()
            .withGroup(group)
            .withVersion("v1")
            .withKind(kind)
            .withPlural(plural)
            .withNamespaced(namespaced)
            .build();
    return new CustomResources(client, context);
  }

  /** Resources without status; none when the kind does not exist yet. */
  List<GenericKubernetesResource> pending() {
    try {
      return items().filter(item -> item.get("status", "conditions") == null).toList();
    } catch (KubernetesClientException e) {
      if (e.getCode() == 404) {
        return List.of();
      }
      throw e;
    }
  }

  void markAs(GenericKubernetesResource item, String... types) {
    List<Map<String, String>> conditions =
        Stream.of(types)
            .map(
                type ->
                    Map.of(
                        "type", type,
                        "status", "True",
                        "reason", "StandIn",
                        "message", "set by the bed",
                        "lastTransitionTime", "2026-01-01T00:00:00Z"))
            .toList();
    item.setAdditionalProperty("status", Map.of("conditions", conditions));
    client.resource(item).updateStatus();
  }

  private Stream<GenericKubernetesResource> items() {
    var resources = client.genericKubernetesResources(kind);
    return kind.isNamespaceScoped()
        ? resources.inAnyNamespace().list().getItems().stream()
        : resources.list().getItems().stream();
  }
}
