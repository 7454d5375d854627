package dev.slipway.activities.inventory.reading;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Unread;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The kinds of which an API server lists objects, each in the version that it prefers. */
final class ServedKinds {
  // What comes and goes by itself, is computed, or is another view of something listed anyway.
  private static final Set<String> PASSING =
      Set.of(
          "Event",
          "ComponentStatus",
          "Endpoints",
          "EndpointSlice",
          "ReplicaSet",
          "Pod",
          "ControllerRevision",
          "Lease",
          "IPAddress",
          "Node",
          "CSINode",
          "APIService",
          "FlowSchema",
          "PriorityLevelConfiguration",
          "VolumeAttachment",
          "CSIStorageCapacity");
  private static final Set<String> COMPUTED = Set.of("metrics.k8s.io", "custom.metrics.k8s.io");

  private final KubernetesClient client;
  private final List<Kind> kinds = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  ServedKinds(KubernetesClient client) {
    this.client = client;
  }

  /**
   * @throws ApplicationFailure where not even the groups are told
   */
  ServedKinds discover() {
    add("", "v1");
    for (APIGroup group :
        KubernetesFailures.naming("API groups", () -> client.getApiGroups().getGroups())) {
      if (!COMPUTED.contains(group.getName())) {
        add(group.getName(), group.getPreferredVersion().getGroupVersion());
      }
    }
    return this;
  }

  List<Kind> kinds() {
    return kinds;
  }

  List<Unread> unread() {
    return unread;
  }

  private void add(String group, String groupVersion) {
    try {
      APIResourceList served =
          KubernetesFailures.naming(
              "kinds of " + groupVersion, () -> client.getApiResources(groupVersion));
      if (served != null) {
        served.getResources().stream()
            .filter(ServedKinds::isWanted)
            .map(resource -> kind(groupVersion, resource))
            .forEach(kinds::add);
      }
    } catch (ApplicationFailure e) {
      unread.add(Unread.of(new Subject(group, "", "", ""), e));
    }
  }

  private static boolean isWanted(APIResource resource) {
    return resource.getVerbs().contains("list")
        && !resource.getName().contains("/")
        && !PASSING.contains(resource.getKind());
  }

  private static Kind kind(String groupVersion, APIResource resource) {
    return new Kind(groupVersion, resource.getKind(), resource.getName(), resource.getNamespaced());
  }
}
