package dev.slipway.activities.externalsecrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.slipway.workflows.platform.BootstrapRelease;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ExternalSecrets, and the Secrets of namespace argocd that they make. */
final class ExternalSecrets {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ResourceDefinitionContext EXTERNAL_SECRET =
      new ResourceDefinitionContext.Builder()
          .withGroup("external-secrets.io")
          .withVersion("v1")
          .withKind("ExternalSecret")
          .withPlural("externalsecrets")
          .withNamespaced(true)
          .build();

  private final KubernetesClient client;

  ExternalSecrets(KubernetesClient client) {
    this.client = client;
  }

  /** Those of every namespace, without their Events: one request. */
  List<ExternalSecretReading> readAll() {
    return all().inAnyNamespace().list().getItems().stream()
        .map(ExternalSecrets::json)
        .map(object -> new ExternalSecretReading(name(object), object, List.of(), Instant.EPOCH))
        .toList();
  }

  /**
   * Those of namespace argocd: one request, and a second one for the Events where one of them is
   * not ready.
   */
  List<ExternalSecretReading> read(List<String> names, Instant currentSince) {
    List<JsonNode> found =
        all().inNamespace(BootstrapRelease.ARGO_CD.namespace()).list().getItems().stream()
            .map(ExternalSecrets::json)
            .toList();
    List<ExternalSecretReading> readings =
        names.stream().map(name -> reading(name, found, List.of(), currentSince)).toList();
    if (readings.stream().allMatch(ExternalSecretReading::isReady)) {
      return readings;
    }
    List<JsonNode> events = events();
    return names.stream().map(name -> reading(name, found, events, currentSince)).toList();
  }

  /** Labels and annotations only: the data stays in the cluster. */
  Optional<ObjectMeta> secret(String name) {
    return Optional.ofNullable(
            client
                .secrets()
                .inNamespace(BootstrapRelease.ARGO_CD.namespace())
                .withName(name)
                .getAsPartialObjectMetadata())
        .map(PartialObjectMetadata::getMetadata);
  }

  /** Asks for a refresh; nothing but the annotation changes. */
  void forceSync(String namespace, String name, String value) {
    String patch =
        MAPPER
            .createObjectNode()
            .set(
                "metadata",
                MAPPER
                    .createObjectNode()
                    .set("annotations", MAPPER.createObjectNode().put(ForceSync.ANNOTATION, value)))
            .toString();
    all()
        .inNamespace(namespace)
        .withName(name)
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager("slipway")
                .build(),
            patch);
  }

  private static ExternalSecretReading reading(
      String name, List<JsonNode> found, List<JsonNode> events, Instant currentSince) {
    JsonNode object =
        found.stream()
            .filter(candidate -> name(candidate).equals(name))
            .findFirst()
            .orElse(MissingNode.getInstance());
    return new ExternalSecretReading(name, object, events, currentSince);
  }

  private List<JsonNode> events() {
    return client
        .v1()
        .events()
        .inNamespace(BootstrapRelease.ARGO_CD.namespace())
        .withField("involvedObject.kind", "ExternalSecret")
        .list()
        .getItems()
        .stream()
        .map(MAPPER::<JsonNode>valueToTree)
        .toList();
  }

  private MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      all() {
    return client.genericKubernetesResources(EXTERNAL_SECRET);
  }

  private static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }

  private static JsonNode json(GenericKubernetesResource resource) {
    return MAPPER.valueToTree(resource);
  }
}
