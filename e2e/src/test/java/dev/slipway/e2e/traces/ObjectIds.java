package dev.slipway.e2e.traces;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The UID of each object of a cluster, by its kind and its place. */
public final class ObjectIds {
  /** Made anew all the time. */
  private static final Set<String> RESTLESS = Set.of("Lease", "Event");

  private ObjectIds() {}

  public static Map<String, String> of(KubernetesClient client) {
    return new TreeMap<>(
        ListedObject.all(client, RESTLESS).stream()
            .collect(
                toMap(
                    it -> it.group() + " " + it.kind() + " " + it.place(),
                    it -> String.valueOf(it.uid()))));
  }
}
