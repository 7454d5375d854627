package dev.slipway.e2e.benchmark;

import dev.slipway.e2e.bed.Cluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Looks at the Applications all the time and remembers when each came up last. */
final class UpWatch implements AutoCloseable {
  private static final ResourceDefinitionContext APPLICATION =
      new ResourceDefinitionContext.Builder()
          .withGroup("argoproj.io")
          .withVersion("v1alpha1")
          .withKind("Application")
          .withPlural("applications")
          .withNamespaced(true)
          .build();

  private final Cluster cluster;
  private final Map<String, Instant> upSince = new HashMap<>();
  private final Thread thread = new Thread(this::watch, "up-watch");
  private volatile boolean closed;

  UpWatch(Cluster cluster) {
    this.cluster = cluster;
    thread.setDaemon(true);
    thread.start();
  }

  /** When the last of them came up. */
  synchronized Instant lastUp() {
    return upSince.values().stream().max(Instant::compareTo).orElseThrow();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void watch() {
    while (!closed) {
      lookOnceServed();
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void lookOnceServed() {
    try {
      look();
    } catch (KubernetesClientException e) {
      // Applications are not served yet, or the bed ends.
    }
  }

  private synchronized void look() {
    for (GenericKubernetesResource application :
        cluster
            .client()
            .genericKubernetesResources(APPLICATION)
            .inNamespace("argocd")
            .list()
            .getItems()) {
      String name = application.getMetadata().getName();
      if (!isUp(application)) {
        upSince.remove(name);
        continue;
      }
      upSince.putIfAbsent(name, Instant.now());
    }
  }

  private static boolean isUp(GenericKubernetesResource application) {
    return "Synced".equals(application.get("status", "sync", "status"))
        && "Healthy".equals(application.get("status", "health", "status"))
        && "Succeeded".equals(application.get("status", "operationState", "phase"));
  }
}
