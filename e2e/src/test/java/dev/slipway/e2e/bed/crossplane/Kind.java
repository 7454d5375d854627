package dev.slipway.e2e.bed.crossplane;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Locale;

/** A kind of custom resources: what serves it, and the resources of it. */
record Kind(String group, String version, String kind, boolean isNamespaced) {
  String apiVersion() {
    return group + "/" + version;
  }

  String crd() {
    return plural() + "." + group;
  }

  /** Makes the server serve it, on behalf of an owner. */
  void define(KubernetesClient client, List<OwnerReference> owners) {
    if (!isDefined(client)) {
      client.resource(definition(owners)).create();
    }
  }

  boolean isDefined(KubernetesClient client) {
    return client.apiextensions().v1().customResourceDefinitions().withName(crd()).get() != null;
  }

  /** None when nobody serves the kind. */
  List<GenericKubernetesResource> all(KubernetesClient client) {
    var resources = client.genericKubernetesResources(context());
    try {
      return isNamespaced
          ? resources.inAnyNamespace().list().getItems()
          : resources.list().getItems();
    } catch (KubernetesClientException e) {
      if (e.getCode() == 404) {
        return List.of();
      }
      throw e;
    }
  }

  private String plural() {
    return kind.toLowerCase(Locale.ROOT) + "s";
  }

  private ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group)
        .withVersion(version)
        .withKind(kind)
        .withPlural(plural())
        .withNamespaced(isNamespaced)
        .build();
  }

  private CustomResourceDefinition definition(List<OwnerReference> owners) {
    return new CustomResourceDefinitionBuilder()
        .withNewMetadata()
        .withName(crd())
        .withOwnerReferences(owners)
        .endMetadata()
        .withNewSpec()
        .withGroup(group)
        .withScope(isNamespaced ? "Namespaced" : "Cluster")
        .withNewNames()
        .withKind(kind)
        .withPlural(plural())
        .withSingular(kind.toLowerCase(Locale.ROOT))
        .endNames()
        .addNewVersion()
        .withName(version)
        .withServed(true)
        .withStorage(true)
        .withNewSubresources()
        .withNewStatus()
        .endStatus()
        .endSubresources()
        .withNewSchema()
        .withNewOpenAPIV3Schema()
        .withType("object")
        .withXKubernetesPreserveUnknownFields(true)
        .endOpenAPIV3Schema()
        .endSchema()
        .endVersion()
        .endSpec()
        .build();
  }
}
