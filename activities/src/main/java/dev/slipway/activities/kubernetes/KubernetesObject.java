package dev.slipway.activities.kubernetes;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An object of a cluster, whatever its kind, as the JSON that the API server has of it. */
public record KubernetesObject(JsonNode content) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** An object that takes this one along when it is deleted. */
  public record Owner(String kind, String name, String uid) {}

  public static KubernetesObject of(HasMetadata object) {
    return new KubernetesObject(MAPPER.valueToTree(object));
  }

  public String apiVersion() {
    return content.path("apiVersion").asText();
  }

  /** Empty for the core group. */
  public String group() {
    int slash = apiVersion().indexOf('/');
    return slash < 0 ? "" : apiVersion().substring(0, slash);
  }

  public String kind() {
    return content.path("kind").asText();
  }

  /** Empty where the kind has none. */
  public String namespace() {
    return metadata().path("namespace").asText();
  }

  public String name() {
    return metadata().path("name").asText();
  }

  /** The same in this namespace. */
  public KubernetesObject in(String namespace) {
    ObjectNode copy = content.deepCopy();
    copy.withObject("/metadata").put("namespace", namespace);
    return new KubernetesObject(copy);
  }

  /** The kind that it defines, as {@code group/kind}; empty where it is no definition. */
  public String defines() {
    return kind().equals(Kind.DEFINITION.name()) ? definedKind() : "";
  }

  /** The same of one whose own kind is not told, as that of a list's members is not. */
  public String definedKind() {
    return spec().path("group").asText() + "/" + spec().at("/names/kind").asText();
  }

  public String uid() {
    return metadata().path("uid").asText();
  }

  /** When the API server took it. */
  public Instant created() {
    return Instant.parse(metadata().path("creationTimestamp").asText());
  }

  public List<Owner> owners() {
    return elements(metadata().path("ownerReferences"))
        .map(
            owner ->
                new Owner(
                    owner.path("kind").asText(),
                    owner.path("name").asText(),
                    owner.path("uid").asText()))
        .toList();
  }

  public List<String> finalizers() {
    return elements(metadata().path("finalizers")).map(JsonNode::asText).toList();
  }

  /** Who has written it, each once. */
  public List<String> managers() {
    return elements(metadata().path("managedFields"))
        .map(fields -> fields.path("manager").asText())
        .distinct()
        .toList();
  }

  /** Whether somebody has deleted it and only its finalizers keep it. */
  public boolean isLeaving() {
    return metadata().hasNonNull("deletionTimestamp");
  }

  public Map<String, String> labels() {
    return texts(metadata().path("labels"));
  }

  public Map<String, String> annotations() {
    return texts(metadata().path("annotations"));
  }

  /** Whose Application Argo CD takes it for; empty where it manages it for none. */
  public Optional<TrackingId> trackingId() {
    return TrackingId.parse(annotations().getOrDefault(TrackingId.ANNOTATION, ""));
  }

  public JsonNode spec() {
    return content.path("spec");
  }

  public JsonNode status() {
    return content.path("status");
  }

  public List<Condition> conditions() {
    return elements(status().path("conditions")).map(Condition::of).toList();
  }

  public Optional<Condition> condition(String type) {
    return conditions().stream().filter(condition -> condition.type().equals(type)).findFirst();
  }

  /** Such as {@code Deployment argocd/argocd-server}. */
  @Override
  public String toString() {
    return kind() + " " + (namespace().isEmpty() ? "" : namespace() + "/") + name();
  }

  private JsonNode metadata() {
    return content.path("metadata");
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), /* parallel= */ false);
  }

  private static Map<String, String> texts(JsonNode map) {
    return map.properties().stream()
        .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }
}
