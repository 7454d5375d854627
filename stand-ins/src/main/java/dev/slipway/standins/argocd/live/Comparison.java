package dev.slipway.standins.argocd.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an Application wants beside what is in the cluster. */
public final class Comparison {
  private final List<ManagedResource> resources;

  private Comparison(List<ManagedResource> resources) {
    this.resources = List.copyOf(resources);
  }

  /**
   * Compares with the cluster as it is.
   *
   * @param targets without hooks, which are no part of what is compared
   */
  public static Comparison of(
      ClusterObjects cluster, String application, List<ObjectNode> targets) {
    List<ManagedResource> resources = new ArrayList<>();
    Set<ObjectKey> wanted = new HashSet<>();
    for (ObjectNode target : targets) {
      Optional<ObjectKey> key = cluster.key(target);
      key.ifPresent(wanted::add);
      resources.add(new ManagedResource(Optional.of(target), key.flatMap(cluster::find)));
    }
    for (ObjectNode live : cluster.all(object -> Tracking.isTracked(object, application))) {
      if (!wanted.contains(cluster.key(live).orElseThrow()) && !Hook.isHook(live)) {
        resources.add(new ManagedResource(Optional.empty(), Optional.of(live)));
      }
    }
    return new Comparison(resources);
  }

  public boolean isSynced() {
    return resources.stream().allMatch(ManagedResource::isSynced);
  }

  /** The worst of all; an Application without resources is healthy. */
  public HealthStatus health() {
    return resources.stream()
        .flatMap(resource -> resource.health().stream())
        .reduce(HealthStatus.HEALTHY, HealthStatus::orWorse);
  }

  public ArrayNode json() {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    resources.forEach(resource -> json.add(resource.json()));
    return json;
  }
}
