package dev.slipway.activities.kubernetes;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds that the API server serves; each group version is asked for once. */
public final class Kinds {
  private final KubernetesClient client;
  private final Map<String, List<APIResource>> known = new HashMap<>();

  public Kinds(KubernetesClient client) {
    this.client = client;
  }

  /** Empty where the API server does not serve it: its definition may be about to come. */
  public Optional<Kind> of(String apiVersion, String name) {
    return known.computeIfAbsent(apiVersion, this::ask).stream()
        .filter(resource -> resource.getKind().equals(name))
        .filter(resource -> !isSubresource(resource))
        .findFirst()
        .map(found -> new Kind(apiVersion, name, found.getName(), found.getNamespaced()));
  }

  private static boolean isSubresource(APIResource resource) {
    return resource.getName().contains("/");
  }

  private List<APIResource> ask(String apiVersion) {
    APIResourceList served = client.getApiResources(apiVersion);
    return served == null ? List.of() : served.getResources();
  }
}
