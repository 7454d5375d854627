package dev.slipway.activities.inventory.reading;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Unread;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lists everything that an API server has, some kinds at a time. */
public final class ClusterReader {
  private static final int AT_ONCE = 8;
  // Of these, more than metadata tells what a removal would do. None of them holds a secret.
  private static final Set<String> READ_WHOLE =
      Set.of(
          "Application",
          "ApplicationSet",
          "CustomResourceDefinition",
          "PersistentVolumeClaim",
          "PersistentVolume",
          "Service",
          "Ingress",
          "Namespace",
          "Deployment",
          "StatefulSet",
          "DaemonSet");

  private final KubernetesClient client;
  private final LiveObjects live;

  public ClusterReader(KubernetesClient client) {
    this.client = client;
    this.live = new LiveObjects(client);
  }

  /**
   * One request a kind and page, and one an API group.
   *
   * @throws ApplicationFailure where nothing can be read at all
   */
  public ClusterReading read() {
    ServedKinds served = new ServedKinds(client).discover();
    List<Unread> unread = new ArrayList<>(served.unread());
    List<Kind> listed = new ArrayList<>();
    List<SeenObject> objects = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<List<SeenObject>>> lists = new ArrayList<>();
      served.kinds().forEach(kind -> lists.add(threads.submit(() -> list(kind))));
      for (int i = 0; i < lists.size(); i++) {
        Kind kind = served.kinds().get(i);
        try {
          objects.addAll(lists.get(i).get());
          listed.add(kind);
        } catch (ExecutionException e) {
          unread.add(unread(kind, e.getCause()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a cluster was read", e);
    } finally {
      threads.shutdownNow();
    }
    return new ClusterReading(objects, listed, unread);
  }

  private List<SeenObject> list(Kind kind) {
    List<KubernetesObject> found =
        KubernetesFailures.naming(
            "all of " + kind,
            () -> READ_WHOLE.contains(kind.name()) ? live.list(kind, "") : live.metadata(kind, ""));
    return found.stream().map(object -> new SeenObject(kind, object)).toList();
  }

  private static Unread unread(Kind kind, Throwable why) {
    Subject all = new Subject(kind.group(), kind.name(), "", "");
    return why instanceof ApplicationFailure failure
        ? Unread.of(all, failure)
        : new Unread(all, String.valueOf(why));
  }
}
