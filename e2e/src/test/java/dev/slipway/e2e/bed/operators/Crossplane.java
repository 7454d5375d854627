package dev.slipway.e2e.bed.operators;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Crossplane installs its CRDs from its own pod; they are in no chart. */
final class Crossplane implements StandIn {
  private static final String GROUP = "apiextensions.crossplane.io";
  private final KubernetesClient client;
  private final CustomResources definitions;

  Crossplane(KubernetesClient client) {
    this.client = client;
    this.definitions =
        CustomResources.of(
            client, GROUP, "CompositeResourceDefinition", "compositeresourcedefinitions", false);
  }

  @Override
  public void act(Set<String> live) {
    if (!live.contains("crossplane")) {
      return;
    }
    List.of("Composition", "CompositeResourceDefinition").forEach(this::define);
    definitions.pending().forEach(item -> definitions.markAs(item, "Established", "Offered"));
  }

  private void define(String kind) {
    String singular = kind.toLowerCase(Locale.ROOT);
    String name = singular + "s." + GROUP;
    if (client.apiextensions().v1().customResourceDefinitions().withName(name).get() == null) {
      client.resource(definition(kind, singular, name)).create();
    }
  }

  private static CustomResourceDefinition definition(String kind, String singular, String name) {
    return new CustomResourceDefinitionBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withGroup(GROUP)
        .withScope("Cluster")
        .withNewNames()
        .withKind(kind)
        .withPlural(singular + "s")
        .withSingular(singular)
        .endNames()
        .addNewVersion()
        .withName("v1")
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
