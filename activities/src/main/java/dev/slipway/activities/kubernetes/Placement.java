package dev.slipway.activities.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts objects that name no namespace where Helm and kubectl put them: into the default one where
 * their kind has namespaces.
 */
public final class Placement {
  private final Kinds kinds;
  private final String defaultNamespace;
  private final Set<String> clusterWide = new HashSet<>();

  /**
   * @param together all that come at once: the API server may not serve yet what they define
   */
  public Placement(Kinds kinds, String defaultNamespace, List<KubernetesObject> together) {
    this.kinds = kinds;
    this.defaultNamespace = defaultNamespace;
    together.stream()
        .filter(object -> !object.defines().isEmpty())
        .filter(definition -> definition.spec().path("scope").asText().equals("Cluster"))
        .forEach(definition -> clusterWide.add(definition.defines()));
  }

  public KubernetesObject of(KubernetesObject object) {
    return object.namespace().isEmpty() && isNamespaced(object)
        ? object.in(defaultNamespace)
        : object;
  }

  private boolean isNamespaced(KubernetesObject object) {
    return kinds
        .of(object.apiVersion(), object.kind())
        .map(Kind::isNamespaced)
        .orElseGet(() -> !clusterWide.contains(object.group() + "/" + object.kind()));
  }
}
