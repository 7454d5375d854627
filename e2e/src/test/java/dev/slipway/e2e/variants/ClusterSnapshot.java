package dev.slipway.e2e.variants;

import dev.slipway.e2e.bed.process.Await;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/** The versions of all objects of a cluster, of every kind that can be listed. */
record ClusterSnapshot(Map<String, String> versions) {
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

  ClusterSnapshot {
    versions = new TreeMap<>(versions);
  }

  /** Once nothing has changed for a while. */
  static ClusterSnapshot ofQuiet(KubernetesClient client) {
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

  static ClusterSnapshot of(KubernetesClient client) {
    Map<String, String> versions = new TreeMap<>();
    List<String> groupVersions = new ArrayList<>(List.of("v1"));
    client
        .getApiGroups()
        .getGroups()
        .forEach(group -> groupVersions.add(group.getPreferredVersion().getGroupVersion()));
    for (String groupVersion : groupVersions) {
      client.getApiResources(groupVersion).getResources().stream()
          .filter(ClusterSnapshot::counts)
          .flatMap(kind -> list(client, groupVersion, kind).stream())
          .forEach(object -> versions.put(name(object), version(object)));
    }
    return new ClusterSnapshot(versions);
  }

  /** One line an object that is new, gone or changed. */
  List<String> differences(ClusterSnapshot later) {
    Set<String> names = new TreeSet<>(versions.keySet());
    names.addAll(later.versions.keySet());
    return names.stream()
        .filter(name -> !String.valueOf(versions.get(name)).equals(later.versions.get(name)))
        .map(name -> name + ": " + versions.get(name) + " → " + later.versions.get(name))
        .toList();
  }

  private static boolean counts(APIResource kind) {
    return kind.getVerbs().contains("list")
        && !kind.getName().contains("/")
        && !RESTLESS.contains(kind.getKind());
  }

  private static List<GenericKubernetesResource> list(
      KubernetesClient client, String groupVersion, APIResource kind) {
    int slash = groupVersion.indexOf('/');
    ResourceDefinitionContext context =
        new ResourceDefinitionContext.Builder()
            .withGroup(slash < 0 ? "" : groupVersion.substring(0, slash))
            .withVersion(groupVersion.substring(slash + 1))
            .withKind(kind.getKind())
            .withPlural(kind.getName())
            .withNamespaced(kind.getNamespaced())
            .build();
    return client.genericKubernetesResources(context).inAnyNamespace().list().getItems();
  }

  private static String name(GenericKubernetesResource object) {
    String namespace = object.getMetadata().getNamespace();
    return "%s %s/%s"
        .formatted(
            object.getKind(), namespace == null ? "" : namespace, object.getMetadata().getName());
  }

  private static String version(GenericKubernetesResource object) {
    if (!DATED.contains(object.getKind())) {
      return String.valueOf(object.getMetadata().getResourceVersion());
    }
    return "%s %s %s %s"
        .formatted(
            object.getMetadata().getUid(),
            object.getMetadata().getLabels(),
            object.getMetadata().getAnnotations(),
            object.<Object>get("spec"));
  }
}
