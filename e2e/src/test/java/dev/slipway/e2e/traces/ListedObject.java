package dev.slipway.e2e.traces;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An object of a cluster, and its kind, which the members of a list do not name themselves. */
record ListedObject(String kind, GenericKubernetesResource object) {

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
    ResourceDefinitionContext context =
        new ResourceDefinitionContext.Builder()
            .withGroup(version.contains("/") ? version.replaceAll("/.*", "") : "")
            .withVersion(version.replaceAll(".*/", ""))
            .withKind(kind.getKind())
            .withPlural(kind.getName())
            .withNamespaced(kind.getNamespaced())
            .build();
    return client.genericKubernetesResources(context).inAnyNamespace().list().getItems().stream()
        .map(object -> new ListedObject(kind.getKind(), object))
        .toList();
  }
}
