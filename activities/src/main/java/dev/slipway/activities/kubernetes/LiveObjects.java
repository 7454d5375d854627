package dev.slipway.activities.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.AnyNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;

/**
 * The objects that the API server has, of any kind. An empty namespace stands for all, or for none.
 */
public final class LiveObjects {
  /** By which the API server tells the fields that Slipway has set. */
  public static final String FIELD_MANAGER = "slipway";

  private static final PatchContext AS_SLIPWAY =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON_MERGE)
          .withFieldManager(FIELD_MANAGER)
          .build();
  private static final PatchContext DRY_RUN =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON_MERGE)
          .withFieldManager(FIELD_MANAGER)
          .withDryRun(List.of("All"))
          .build();
  private static final ListOptions EVERYTHING = new ListOptions();

  private final KubernetesClient client;

  public LiveObjects(KubernetesClient client) {
    this.client = client;
  }

  /** Empty only where the API server says that there is no such object. */
  public Optional<KubernetesObject> find(Kind kind, String namespace, String name) {
    return Answers.find(resource(kind, namespace, name)).map(KubernetesObject::of);
  }

  public List<KubernetesObject> list(Kind kind, String namespace) {
    return list(kind, namespace, EVERYTHING);
  }

  /**
   * Those that carry the label.
   *
   * @param label such as {@code addon=true}
   */
  public List<KubernetesObject> withLabel(Kind kind, String namespace, String label) {
    return list(kind, namespace, new ListOptionsBuilder().withLabelSelector(label).build());
  }

  /**
   * Those with such a field.
   *
   * @param field that the kind can be selected by, such as {@code involvedObject.kind=Job}
   */
  public List<KubernetesObject> withField(Kind kind, String namespace, String field) {
    return list(kind, namespace, new ListOptionsBuilder().withFieldSelector(field).build());
  }

  /**
   * Only their metadata, without their kind: small, and the values of Secrets stay where they are.
   */
  public List<KubernetesObject> metadata(Kind kind, String namespace) {
    return metadata(kind, namespace, EVERYTHING);
  }

  /** Its metadata; empty where the list of its namesakes is. */
  public Optional<KubernetesObject> metadata(Kind kind, String namespace, String name) {
    ListOptions ofThatName =
        new ListOptionsBuilder().withFieldSelector("metadata.name=" + name).build();
    return metadata(kind, namespace, ofThatName).stream().findFirst();
  }

  /** A JSON merge patch: what it does not name stays. */
  public void patch(Kind kind, String namespace, String name, JsonNode patch) {
    resource(kind, namespace, name).patch(AS_SLIPWAY, patch.toString());
  }

  /** What the API server would say to it; nothing is created. */
  public void tryCreate(Kind kind, KubernetesObject object) {
    GenericKubernetesResource wanted =
        Serialization.unmarshal(object.content().toString(), GenericKubernetesResource.class);
    String namespace = object.namespace();
    (namespace.isEmpty() ? all(kind) : all(kind).inNamespace(namespace))
        .resource(wanted)
        .dryRun(true)
        .create();
  }

  /** What the API server would say if it were merged over the one that is there. */
  public void tryPatch(Kind kind, KubernetesObject object) {
    resource(kind, object.namespace(), object.name()).patch(DRY_RUN, object.content().toString());
  }

  private Resource<GenericKubernetesResource> resource(Kind kind, String namespace, String name) {
    return namespace.isEmpty()
        ? all(kind).withName(name)
        : all(kind).inNamespace(namespace).withName(name);
  }

  private List<KubernetesObject> list(Kind kind, String namespace, ListOptions selection) {
    return objects(Pages.all(selection, in(kind, namespace)::list));
  }

  private List<KubernetesObject> metadata(Kind kind, String namespace, ListOptions selection) {
    return objects(Pages.all(selection, in(kind, namespace)::listAsPartialObjectMetadata));
  }

  private AnyNamespaceOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      in(Kind kind, String namespace) {
    return namespace.isEmpty() ? all(kind).inAnyNamespace() : all(kind).inNamespace(namespace);
  }

  private MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      all(Kind kind) {
    return client.genericKubernetesResources(kind.context());
  }

  private static List<KubernetesObject> objects(List<? extends HasMetadata> found) {
    return found.stream().map(KubernetesObject::of).toList();
  }
}
