package dev.slipway.standins.contract.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.slipway.standins.contract.Eventually;
import dev.slipway.standins.contract.Json;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An Application of the contract, as everybody sees it. */
record ApplicationUnderTest(KubernetesClient client, String name) {

  /** A JSON pointer's place; missing also where the Application is. */
  JsonNode at(String pointer) {
    GenericKubernetesResource found = resource().get();
    return found == null ? MissingNode.getInstance() : Json.of(found).at(pointer);
  }

  void requires(String pointer, String text) {
    assertThat(at(pointer).asText()).as(() -> at("/status").toPrettyString()).isEqualTo(text);
  }

  void see(String pointer, String text) {
    Eventually.see(() -> requires(pointer, text));
  }

  /** The message of a condition; empty without it. */
  String condition(String type) {
    for (JsonNode condition : at("/status/conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition.path("message").asText();
      }
    }
    return "";
  }

  /** What is said of a field of each resource. */
  List<String> resources(String pointer, String field) {
    List<String> texts = new ArrayList<>();
    at(pointer).forEach(resource -> texts.add(resource.path(field).asText()));
    return texts;
  }

  void patch(String merge) {
    resource().patch(PatchContext.of(PatchType.JSON_MERGE), merge);
  }

  /** Asks for a comparison. */
  void refresh() {
    patch("{\"metadata\": {\"annotations\": {\"argocd.argoproj.io/refresh\": \"normal\"}}}");
  }

  void delete() {
    resource().delete();
  }

  boolean isGone() {
    return resource().get() == null;
  }

  /** Null where it is not there. */
  ConfigMap map(String map) {
    return client.configMaps().inNamespace(name).withName(map).get();
  }

  void finalizers(String map, String... finalizers) {
    client
        .configMaps()
        .inNamespace(name)
        .withName(map)
        .edit(
            found ->
                new ConfigMapBuilder(found)
                    .editMetadata()
                    .withFinalizers(finalizers)
                    .endMetadata()
                    .build());
  }

  Map<String, String> annotations(String map) {
    return map(map).getMetadata().getAnnotations();
  }

  private Resource<GenericKubernetesResource> resource() {
    return client
        .genericKubernetesResources("argoproj.io/v1alpha1", "Application")
        .inNamespace("argocd")
        .withName(name);
  }
}
