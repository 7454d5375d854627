package dev.slipway.e2e.traces;

import dev.slipway.workflows.inventory.Subject;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of a cluster, and its group and kind, which the members of a list do not name
 * themselves.
 */
record ListedObject(String group, String kind, GenericKubernetesResource object) {

  /** All objects of all kinds that can be listed, but those of the kinds left out. */
  static List<ListedObject> all(KubernetesClient client, Set<String> kindsLeftOut) {
    List<ListedObject> objects = new ArrayList<>();
    for (String version : versions(client)) {
      for (APIResource kind : client.getApiResources(version).getResources()) {
        if (canBeListed(kind) && !kindsLeftOut.contains(kind.getKind())) {
          objects.addAll(list(client, version, kind));
        }
      }
    }
    return objects;
  }

  /** Its namespace, where it has one, and its name. */
  String place() {
    String namespace = object.getMetadata().getNamespace();
    String name = object.getMetadata().getName();
    return namespace == null ? name : namespace + "/" + name;
  }

  Subject subject() {
    ObjectMeta metadata = object.getMetadata();
    String namespace = metadata.getNamespace() == null ? "" : metadata.getNamespace();
    return new Subject(group, kind, namespace, metadata.getName());
  }

  String uid() {
    return object.getMetadata().getUid();
  }

  /** Empty where it has none. */
  Map<String, String> labels() {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels == null ? Map.of() : labels;
  }

  /** Empty where it has none. */
  Map<String, String> annotations() {
    Map<String, String> annotations = object.getMetadata().getAnnotations();
    return annotations == null ? Map.of() : annotations;
  }

  private static List<String> versions(KubernetesClient client) {
    List<String> versions = new ArrayList<>(List.of("v1"));
    for (APIGroup group : client.getApiGroups().getGroups()) {
      versions.add(group.getPreferredVersion().getGroupVersion());
    }
    return versions;
  }

  private static boolean canBeListed(APIResource kind) {
    return kind.getVerbs().contains("list") && !kind.getName().contains("/");
  }

  private static List<ListedObject> list(
      KubernetesClient client, String version, APIResource kind) {
    String group = version.contains("/") ? version.replaceAll("/.*", "") : "";
    ResourceDefinitionContext context =
        new ResourceDefinitionContext.Builder()
            .withGroup(group)
            .withVersion(version.replaceAll(".*/", ""))
            .withKind(kind.getKind())
            .withPlural(kind.getName())
            .withNamespaced(kind.getNamespaced())
            .build();
    return client.genericKubernetesResources(context).inAnyNamespace().list().getItems().stream()
        .map(object -> new ListedObject(group, kind.getKind(), object))
        .toList();
  }
}
