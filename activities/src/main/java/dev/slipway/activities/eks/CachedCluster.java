package dev.slipway.activities.eks;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** One cluster as EKS described it, with the client for it; both are made anew after a while. */
final class CachedCluster {
  // A cluster that was made again under its name has another endpoint and authority.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final Supplier<EksCluster> look;
  private final Function<EksCluster, KubernetesClient> connect;
  private final Clock clock;
  private EksCluster cluster;
  private KubernetesClient client;
  private Instant seenAt;
  private Instant usedAt;

  CachedCluster(
      Supplier<EksCluster> look, Function<EksCluster, KubernetesClient> connect, Clock clock) {
    this.look = look;
    this.connect = connect;
    this.clock = clock;
    this.usedAt = clock.instant();
  }

  synchronized KubernetesClient client() {
    cluster();
    if (client == null) {
      client = connect.apply(cluster);
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
