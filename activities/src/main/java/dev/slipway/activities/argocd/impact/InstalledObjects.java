package dev.slipway.activities.argocd.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.platform.ArgoCdSecrets;
import dev.slipway.workflows.platform.BootstrapRelease;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what is in the cluster already, in four requests. */
final class InstalledObjects {
  private static final int NOT_FOUND = 404;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KubernetesClient client;

  InstalledObjects(KubernetesClient client) {
    this.client = client;
  }

  Installed read() {
    return new Installed(
        client.namespaces().list().getItems().stream()
            .map(namespace -> namespace.getMetadata().getName())
            .collect(Collectors.toSet()),
        labels(),
        list("ApplicationSet", "applicationsets"),
        list("Application", "applications"));
  }

  private Map<String, String> labels() {
    return Optional.ofNullable(
            client
                .secrets()
                .inNamespace(BootstrapRelease.ARGO_CD.namespace())
                .withName(ArgoCdSecrets.CLUSTER)
                .getAsPartialObjectMetadata())
        .map(secret -> secret.getMetadata().getLabels())
        .orElse(Map.of());
  }

  private List<JsonNode> list(String kind, String plural) {
    ResourceDefinitionContext context =
        new ResourceDefinitionContext.Builder()
            .withGroup("argoproj.io")
            .withVersion("v1alpha1")
            .withKind(kind)
            .withPlural(plural)
            .withNamespaced(true)
            .build();
    try {
      return client
          .genericKubernetesResources(context)
          .inNamespace(BootstrapRelease.ARGO_CD.namespace())
          .list()
          .getItems()
          .stream()
          .map(InstalledObjects::json)
          .toList();
    } catch (KubernetesClientException e) {
      // A 404 is an answer: the kind does not exist yet. Nothing else is.
      if (e.getCode() == NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  private static JsonNode json(GenericKubernetesResource resource) {
    return MAPPER.valueToTree(resource);
  }
}
