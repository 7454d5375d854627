package dev.slipway.e2e.traces;

import dev.slipway.e2e.bed.Cluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Set;
import java.util.TreeSet;

/** Everything that lasts in a cluster, by kind and name, and how each application is. */
public record EndState(Set<String> objects) {
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
  private static final String MANIFEST_PART = "(kube-system/slipway-installation-.*)-\\d+-\\d+";
  private static final String UID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  public static EndState of(Cluster cluster) {
    Set<String> objects = new TreeSet<>();
    for (ListedObject listed : ListedObject.all(cluster.client(), PASSING)) {
      objects.add(listed.kind() + " " + place(listed));
    }
    cluster.applications().forEach(application -> objects.add(health(application)));
    return new EndState(objects);
  }

  private static String place(ListedObject listed) {
    return listed.place().replaceAll(UID, "UID").replaceAll(MANIFEST_PART, "$1-N-N");
  }

  private static String health(GenericKubernetesResource application) {
    String sync = application.get("status", "sync", "status");
    String health = application.get("status", "health", "status");
    return application.getMetadata().getName() + " is " + sync + " and " + health;
  }
}
