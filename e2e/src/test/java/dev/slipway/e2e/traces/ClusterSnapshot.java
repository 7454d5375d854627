package dev.slipway.e2e.traces;

import dev.slipway.e2e.bed.process.Await;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/** The versions of all objects of a cluster, of every kind that can be listed. */
public record ClusterSnapshot(Map<String, String> versions) {
  /**
   * Written all the time, whoever does what: Leases renew (Slipway's own is taken and given back by
   * every run), Events tell, Nodes and their endpoints report.
   */
  private static final Set<String> RESTLESS =
      Set.of("Lease", "Event", "Node", "Endpoints", "EndpointSlice");

  /**
   * Their controllers write the time of each look into the status, some without a subresource for
   * it, so that only the rest of such an object tells whether somebody changed it.
   */
  private static final Set<String> DATED =
      Set.of("Application", "ApplicationSet", "ExternalSecret", "ClusterSecretStore");

  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final Duration LIMIT = Duration.ofMinutes(5);

  public ClusterSnapshot {
    versions = new TreeMap<>(versions);
  }

  /** Once nothing has changed for a while. */
  public static ClusterSnapshot ofQuiet(KubernetesClient client) {
    AtomicReference<ClusterSnapshot> last = new AtomicReference<>(of(client));
    AtomicReference<Instant> since = new AtomicReference<>(Instant.now());
    AtomicReference<List<String>> changes = new AtomicReference<>(List.of());
    Await.until(
        "the cluster is quiet",
        LIMIT,
        () -> {
          ClusterSnapshot now = of(client);
          List<String> differences = last.getAndSet(now).differences(now);
          if (!differences.isEmpty()) {
            changes.set(differences);
            since.set(Instant.now());
          }
          return Duration.between(since.get(), Instant.now()).compareTo(QUIET) > 0;
        },
        () -> "; last changed: " + changes.get());
    return last.get();
  }

  public static ClusterSnapshot of(KubernetesClient client) {
    Map<String, String> versions = new TreeMap<>();
    for (ListedObject listed : ListedObject.all(client, RESTLESS)) {
      versions.put(listed.kind() + " " + listed.place(), version(listed));
    }
    return new ClusterSnapshot(versions);
  }

  /** One line an object that is new, gone or changed. */
  public List<String> differences(ClusterSnapshot later) {
    Set<String> names = new TreeSet<>(versions.keySet());
    names.addAll(later.versions.keySet());
    return names.stream()
        .filter(name -> !String.valueOf(versions.get(name)).equals(later.versions.get(name)))
        .map(name -> name + ": " + versions.get(name) + " → " + later.versions.get(name))
        .toList();
  }

  private static String version(ListedObject listed) {
    ObjectMeta metadata = listed.object().getMetadata();
    if (!DATED.contains(listed.kind())) {
      return String.valueOf(metadata.getResourceVersion());
    }
    return "%s %s %s %s"
        .formatted(
            metadata.getUid(),
            metadata.getLabels(),
            metadata.getAnnotations(),
            listed.object().<Object>get("spec"));
  }
}
