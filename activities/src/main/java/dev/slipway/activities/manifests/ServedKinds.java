package dev.slipway.activities.manifests;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the API server calls the kinds of the manifests; each group version is asked for once. */
final class ServedKinds {
  private final KubernetesClient client;
  private final Map<String, List<APIResource>> known = new HashMap<>();

  ServedKinds(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Where objects of this kind live.
   *
   * @throws io.temporal.failure.ApplicationFailure a transient one while the kind is not served:
   *     its CRD may just have been applied
   */
  ResourceDefinitionContext of(GenericKubernetesResource object, String name) {
    String apiVersion = object.getApiVersion();
    APIResource found =
        known.computeIfAbsent(apiVersion, this::ask).stream()
            .filter(resource -> resource.getKind().equals(object.getKind()))
            .filter(resource -> !resource.getName().contains("/"))
            .findFirst()
            .orElseThrow(() -> notServed(object, name));
    int slash = apiVersion.indexOf('/');
    return new ResourceDefinitionContext.Builder()
        .withGroup(slash < 0 ? "" : apiVersion.substring(0, slash))
        .withVersion(apiVersion.substring(slash + 1))
        .withKind(object.getKind())
        .withPlural(found.getName())
        .withNamespaced(found.getNamespaced())
        .build();
  }

  private List<APIResource> ask(String apiVersion) {
    APIResourceList list =
        KubernetesFailures.naming(
            "the kinds of " + apiVersion, () -> client.getApiResources(apiVersion));
    return list == null ? List.of() : list.getResources();
  }

  private static RuntimeException notServed(GenericKubernetesResource object, String name) {
    return FailureType.CLUSTER_UNREACHABLE.failure(
        "%s: the API server does not serve kind %s of %s (yet)"
            .formatted(name, object.getKind(), object.getApiVersion()));
  }
}
