package dev.slipway.e2e.resilience;

import dev.slipway.e2e.bed.Cluster;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Everything that lasts in a cluster, by kind and name, and how each application is. */
record EndState(Set<String> objects) {
  private static final Set<String> PASSING =
      Set.of(
          "Event",
          "Pod",
          "ReplicaSet",
          "EndpointSlice",
          "Endpoints",
          "ControllerRevision",
          "IPAddress",
          "Lease");
  private static final String UID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  static EndState of(Cluster cluster) {
    Set<String> objects = new TreeSet<>();
    KubernetesClient client = cluster.client();
    for (String version : versions(client)) {
      for (APIResource resource : client.getApiResources(version).getResources()) {
        if (isLasting(resource)) {
          objects.addAll(list(client, version, resource));
        }
      }
    }
    cluster.applications().forEach(application -> objects.add(health(application)));
    return new EndState(objects);
  }

  private static List<String> versions(KubernetesClient client) {
    List<String> versions = new ArrayList<>(List.of("v1"));
    for (APIGroup group : client.getApiGroups().getGroups()) {
      versions.add(group.getPreferredVersion().getGroupVersion());
    }
    return versions;
  }

  private static boolean isLasting(APIResource resource) {
    return resource.getVerbs().contains("list")
        && !resource.getName().contains("/")
        && !PASSING.contains(resource.getKind());
  }

  private static List<String> list(KubernetesClient client, String version, APIResource resource) {
    ResourceDefinitionContext context =
        new ResourceDefinitionContext.Builder()
            .withGroup(version.contains("/") ? version.replaceAll("/.*", "") : "")
            .withVersion(version.replaceAll(".*/", ""))
            .withKind(resource.getKind())
            .withPlural(resource.getName())
            .withNamespaced(resource.getNamespaced())
            .build();
    return client.genericKubernetesResources(context).inAnyNamespace().list().getItems().stream()
        .map(object -> resource.getKind() + " " + place(object))
        .toList();
  }

  private static String place(HasMetadata object) {
    String namespace = object.getMetadata().getNamespace();
    String name = object.getMetadata().getName().replaceAll(UID, "UID");
    return namespace == null ? name : namespace + "/" + name;
  }

  private static String health(GenericKubernetesResource application) {
    String sync = application.get("status", "sync", "status");
    String health = application.get("status", "health", "status");
    return application.getMetadata().getName() + " is " + sync + " and " + health;
  }
}
