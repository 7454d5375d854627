package dev.slipway.activities.eks;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** The way into one cluster: looked up once, and again after a while. */
final class ClusterWay {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final Supplier<EksCluster> look;
  private final Function<EksCluster, KubernetesClient> open;
  private final Clock clock;
  private EksCluster cluster;
  private KubernetesClient client;
  private Instant seenAt;
  private Instant usedAt;

  ClusterWay(Supplier<EksCluster> look, Function<EksCluster, KubernetesClient> open, Clock clock) {
    this.look = look;
    this.open = open;
    this.clock = clock;
    this.usedAt = clock.instant();
  }

  synchronized KubernetesClient client() {
    cluster();
    if (client == null) {
      client = open.apply(cluster);
    }
    return client;
  }

  synchronized EksCluster cluster() {
    usedAt = clock.instant();
    if (cluster == null || !usedAt.isBefore(seenAt.plus(LOOK_AGAIN))) {
      EksCluster found = look.get();
      if (cluster != null && !cluster.isReachedLike(found)) {
        close();
      }
      cluster = found;
      seenAt = usedAt;
    }
    return cluster;
  }

  synchronized boolean isIdleSince(Instant moment) {
    return usedAt.isBefore(moment);
  }

  synchronized void close() {
    if (client != null) {
      client.close();
      client = null;
    }
  }
}
