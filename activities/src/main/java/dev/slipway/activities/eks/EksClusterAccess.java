package dev.slipway.activities.eks;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.Target;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reaches clusters by name: endpoint and certificate from EKS, tokens signed here. */
public final class EksClusterAccess implements ClusterAccess, AutoCloseable {
  public static final Duration TOKEN_RENEWAL = Duration.ofMinutes(10);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final EksClusters clusters;
  private final TokenSigner signer;
  private final Clock clock;
  private final String userAgent;
  private final Map<Target, Way> ways = new ConcurrentHashMap<>();

  /** A client together with what it was made from. */
  private record Way(EksCluster cluster, Instant seenAt, KubernetesClient client) {
    boolean leadsTo(EksCluster other) {
      return cluster.endpoint().equals(other.endpoint())
          && cluster.certificateAuthority().equals(other.certificateAuthority());
    }

    Way seen(EksCluster cluster, Instant at) {
      return new Way(cluster, at, client);
    }
  }

  /**
   * Ways into clusters as the caller that {@code aws} stands for.
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
    return way(target).client();
  }

  @Override
  public String kubeconfig(Target target) {
    Way way = way(target);
    String object = "credentials for " + target.cluster();
    String token = AwsFailures.naming(object, () -> signer.sign(target).value());
    return Kubeconfig.of(target.cluster().name(), way.cluster(), token);
  }

  @Override
  public void close() {
    ways.values().forEach(way -> way.client().close());
    ways.clear();
  }

  private Way way(Target target) {
    return ways.compute(target, (same, known) -> known == null ? find(same) : check(same, known));
  }

  private Way find(Target target) {
    return open(target, describe(target));
  }

  private Way check(Target target, Way known) {
    Instant now = clock.instant();
    if (now.isBefore(known.seenAt().plus(LOOK_AGAIN))) {
      return known;
    }
    EksCluster cluster = describe(target);
    if (known.leadsTo(cluster)) {
      return known.seen(cluster, now);
    }
    known.client().close();
    return open(target, cluster);
  }

  private Way open(Target target, EksCluster cluster) {
    Tokens tokens = new Tokens(signer, target, clock);
    KubernetesClient client = ClusterClient.open(cluster, tokens, userAgent);
    return new Way(cluster, clock.instant(), client);
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
