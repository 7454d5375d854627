package dev.slipway.activities.argocd.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the API server has of the kinds that were asked for; each list is read once. */
final class LiveObjects {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KubernetesClient client;
  private final Map<String, List<JsonNode>> lists = new HashMap<>();

  LiveObjects(KubernetesClient client) {
    this.client = client;
  }

  /** An empty namespace stands for a kind that has none. */
  List<JsonNode> list(String apiVersion, String kind, String namespace) {
    return lists.computeIfAbsent(
        apiVersion + "/" + kind + "/" + namespace, key -> read(apiVersion, kind, namespace));
  }

  private List<JsonNode> read(String apiVersion, String kind, String namespace) {
    MixedOperation<GenericKubernetesResource, GenericKubernetesResourceList, ?> all =
        client.genericKubernetesResources(apiVersion, kind);
    return (namespace.isEmpty() ? all.list() : all.inNamespace(namespace).list())
        .getItems().stream().map(MAPPER::<JsonNode>valueToTree).toList();
  }
}
