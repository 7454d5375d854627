package dev.slipway.activities.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.platform.BootstrapRelease;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Optional;

/** The Applications of the platform in one cluster. */
final class Applications {
  private static final ResourceDefinitionContext APPLICATION =
      new ResourceDefinitionContext.Builder()
          .withGroup("argoproj.io")
          .withVersion("v1alpha1")
          .withKind("Application")
          .withPlural("applications")
          .withNamespaced(true)
          .build();
  private static final int CONFLICT = 409;
  private static final PatchContext AS_SLIPWAY =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON_MERGE)
          .withFieldManager("slipway")
          .build();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KubernetesClient client;

  Applications(KubernetesClient client) {
    this.client = client;
  }

  /** One request; the AppSet chart puts the label on every Application, its own included. */
  List<JsonNode> list() {
    return client
        .genericKubernetesResources(APPLICATION)
        .inNamespace(BootstrapRelease.ARGO_CD.namespace())
        .withLabel("addon", "true")
        .list()
        .getItems()
        .stream()
        .map(Applications::json)
        .toList();
  }

  static String name(JsonNode application) {
    return application.path("metadata").path("name").asText();
  }

  Optional<JsonNode> find(String name) {
    return Optional.ofNullable(resource(name).get()).map(Applications::json);
  }

  /**
   * A JSON merge patch that names the resource version it was made for.
   *
   * @return false where the Application has changed since
   */
  boolean patch(String name, JsonNode patch) {
    try {
      resource(name).patch(AS_SLIPWAY, patch.toString());
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private Resource<GenericKubernetesResource> resource(String name) {
    return client
        .genericKubernetesResources(APPLICATION)
        .inNamespace(BootstrapRelease.ARGO_CD.namespace())
        .withName(name);
  }

  private static JsonNode json(GenericKubernetesResource resource) {
    return MAPPER.valueToTree(resource);
  }
}
