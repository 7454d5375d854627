package dev.slipway.standins.contract.externalsecrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.slipway.standins.contract.Eventually;
import dev.slipway.standins.contract.Json;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** ExternalSecrets of the contract, as everybody sees them. */
record SecretsUnderTest(ExternalSecretsWorld world) {
  private static final String NAMESPACE = "secrets-contract";

  void prepare() {
    world
        .client()
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
        .serverSideApply();
    apply(
        """
        {"apiVersion": "external-secrets.io/v1", "kind": "ClusterSecretStore",
         "metadata": {"name": "contract"},
         "spec": {"provider": {"aws": {"service": "SecretsManager", "region": "%s"}}}}
        """
            .formatted(world.region()));
  }

  void create(String name, String key, String property) {
    create(name, key, property, Templates.PLAIN);
  }

  void create(String name, String key, String property, String target) {
    apply(
        """
        {"apiVersion": "external-secrets.io/v1", "kind": "ExternalSecret",
         "metadata": {"name": "%s", "namespace": "%s"},
         "spec": {"refreshInterval": "1h",
           "secretStoreRef": {"name": "contract", "kind": "ClusterSecretStore"},
           "target": %s,
           "data": [{"secretKey": "value", "remoteRef": {"key": "%s", "property": "%s"}}]}}
        """
            .formatted(name, NAMESPACE, target, key, property));
  }

  void createFrom(String store, String name, String key) {
    apply(
        """
        {"apiVersion": "external-secrets.io/v1", "kind": "ExternalSecret",
         "metadata": {"name": "%s", "namespace": "%s"},
         "spec": {"refreshInterval": "1h",
           "secretStoreRef": {"name": "%s", "kind": "ClusterSecretStore"},
           "data": [{"secretKey": "value", "remoteRef": {"key": "%s"}}]}}
        """
            .formatted(name, NAMESPACE, store, key));
  }

  /** Two passwords, as the packages ask for theirs. */
  void createPassword(String name) {
    apply(
        """
        {"apiVersion": "generators.external-secrets.io/v1alpha1", "kind": "Password",
         "metadata": {"name": "%s", "namespace": "%s"},
         "spec": {"length": 32, "digits": 5, "symbols": 0, "noUpper": false, "allowRepeat": true}}
        """
            .formatted(name, NAMESPACE));
    String source =
        """
        {"sourceRef": {"generatorRef": {"apiVersion": "generators.external-secrets.io/v1alpha1",
           "kind": "Password", "name": "%s"}}, "rewrite": [{"transform": {"template": "%s"}}]}
        """;
    apply(
        """
        {"apiVersion": "external-secrets.io/v1", "kind": "ExternalSecret",
         "metadata": {"name": "%s", "namespace": "%s"},
         "spec": {"refreshPolicy": "CreatedOnce", "dataFrom": [%s, %s]}}
        """
            .formatted(
                name, NAMESPACE, source.formatted(name, "ONE"), source.formatted(name, "TWO")));
  }

  JsonNode seeStore(String name) {
    Eventually.see(() -> assertThat(store(name).at("/status/conditions")).isNotEmpty());
    return store(name);
  }

  JsonNode seeReady(String name) {
    return see(name, "True");
  }

  JsonNode seeFailed(String name) {
    return see(name, "False");
  }

  /** Missing where it is not there. */
  JsonNode seen(String name) {
    GenericKubernetesResource found = resource(name).get();
    return found == null ? MissingNode.getInstance() : Json.of(found);
  }

  void patch(String name, String merge) {
    resource(name).patch(PatchContext.of(PatchType.JSON_MERGE), merge);
  }

  void delete(String name) {
    resource(name).delete();
  }

  Secret secret(String name) {
    return world.client().secrets().inNamespace(NAMESPACE).withName(name).get();
  }

  String value(String name) {
    byte[] data = Base64.getDecoder().decode(secret(name).getData().get("value"));
    return new String(data, StandardCharsets.UTF_8);
  }

  List<String> events(String name) {
    return world.client().v1().events().inNamespace(NAMESPACE).list().getItems().stream()
        .filter(event -> event.getInvolvedObject().getName().equals(name))
        .filter(event -> event.getReason().equals("UpdateFailed"))
        .map(Event::getMessage)
        .toList();
  }

  private JsonNode see(String name, String ready) {
    Eventually.see(
        () -> assertThat(seen(name).at("/status/conditions/0/status").asText()).isEqualTo(ready));
    return seen(name);
  }

  private void apply(String json) {
    Eventually.see(() -> world.client().resource(Json.resource(json)).serverSideApply());
  }

  private JsonNode store(String name) {
    return Json.of(
        world
            .client()
            .genericKubernetesResources("external-secrets.io/v1", "ClusterSecretStore")
            .withName(name)
            .require());
  }

  private Resource<GenericKubernetesResource> resource(String name) {
    return world
        .client()
        .genericKubernetesResources("external-secrets.io/v1", "ExternalSecret")
        .inNamespace(NAMESPACE)
        .withName(name);
  }
}
