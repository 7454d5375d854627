package dev.slipway.activities.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Whether the API server would reach the admission webhooks of a release. */
final class Webhooks {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";

  private final KubernetesClient client;

  Webhooks(KubernetesClient client) {
    this.client = client;
  }

  Optional<String> whyNotReady(JsonNode configuration) {
    return StreamSupport.stream(configuration.path("webhooks").spliterator(), false)
        .map(webhook -> webhook.path("clientConfig").path("service"))
        .filter(JsonNode::isObject)
        .distinct()
        .filter(service -> !hasEndpoint(service))
        .map(service -> "waits for endpoints of service " + service.path("name").asText())
        .findFirst();
  }

  private boolean hasEndpoint(JsonNode service) {
    return client
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(service.path("namespace").asText())
        .withLabel(SERVICE_NAME, service.path("name").asText())
        .list()
        .getItems()
        .stream()
        .map(EndpointSlice::getEndpoints)
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .anyMatch(
            endpoint ->
                endpoint.getConditions() == null
                    || !Boolean.FALSE.equals(endpoint.getConditions().getReady()));
  }
}
