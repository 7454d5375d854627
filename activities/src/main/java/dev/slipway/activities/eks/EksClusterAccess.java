package dev.slipway.activities.eks;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.eks.token.TokenSigner;
import dev.slipway.activities.eks.token.Tokens;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reaches clusters by name: endpoint and certificate from EKS, tokens signed here. */
public final class EksClusterAccess implements ClusterAccess, AutoCloseable {
  // EKS takes a token for 15 minutes; a request that begins late must still end in time.
  public static final Duration TOKEN_RENEWAL = Duration.ofMinutes(10);
  // A client costs memory; a run that waits looks at its cluster every few seconds.
  private static final Duration IDLE = Duration.ofHours(1);

  private final EksClusters clusters;
  private final TokenSigner signer;
  private final Clock clock;
  private final String userAgent;
  private final Map<Target, CachedCluster> reached = new ConcurrentHashMap<>();

  /**
   * Access to clusters as the caller that {@code aws} stands for.
   *
   * @param tokenRenewal age at which a token is replaced; EKS takes one for 15 minutes
   * @param userAgent how requests are told apart in audit logs, such as {@code slipway/1.0}
   */
  public EksClusterAccess(AwsClients aws, Duration tokenRenewal, String userAgent, Clock clock) {
    this.clusters = new EksClusters(aws);
    this.signer = new TokenSigner(aws, tokenRenewal, clock);
    this.userAgent = userAgent;
    this.clock = clock;
  }

  @Override
  public KubernetesClient client(Target target) {
    return cached(target).client();
  }

  @Override
  public String kubeconfig(Target target) {
    EksCluster cluster = cached(target).cluster();
    String object = "credentials for " + target.cluster();
    String token = AwsFailures.naming(object, () -> signer.sign(target).value());
    return Kubeconfig.of(target.cluster().name(), cluster, token);
  }

  @Override
  public void close() {
    reached.values().forEach(CachedCluster::close);
    reached.clear();
  }

  private CachedCluster cached(Target target) {
    CachedCluster known = reached.get(target);
    if (known != null) {
      return known;
    }
    forgetIdle();
    return reached.computeIfAbsent(target, this::newEntry);
  }

  private CachedCluster newEntry(Target target) {
    Tokens tokens = new Tokens(signer, target, clock);
    return new CachedCluster(
        () -> describe(target), cluster -> ClusterClient.of(cluster, tokens, userAgent), clock);
  }

  private void forgetIdle() {
    Instant longAgo = clock.instant().minus(IDLE);
    reached
        .entrySet()
        .removeIf(
            entry -> {
              boolean idle = entry.getValue().isIdleSince(longAgo);
              if (idle) {
                entry.getValue().close();
              }
              return idle;
            });
  }

  private EksCluster describe(Target target) {
    EksCluster cluster = clusters.describe(target);
    if (!cluster.isReachable()) {
      throw FailureType.CLUSTER_UNREACHABLE.failure(
          "EKS cluster " + target.cluster() + " has no endpoint yet: it is " + cluster.status());
    }
    return cluster;
  }
}
