package dev.slipway.activities.ownership;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Target;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The tokens by which one attempt at a time writes into a cluster. A worker that is cut off from
 * Temporal only works on beside its successor; both see the Lease.
 *
 * <p>A writer that cannot see its token for {@link #BLIND} stops; a successor that finds somebody
 * else's waits {@link #LEAVING}, which is longer, before its first write.
 */
public final class WriterTokens {
  /** How long a writer goes on without having seen its token. */
  public static final Duration BLIND = Duration.ofSeconds(10);

  /** How long a successor waits: what was begun before the writer stopped has ended by then. */
  static final Duration LEAVING = Duration.ofSeconds(15);

  private final ClusterAccess clusters;
  private final Supplier<Attempt> attempt;
  private final Patience patience;

  /**
   * @param attempt the one that the calling thread works on
   * @param patience what waiting is
   */
  public WriterTokens(ClusterAccess clusters, Supplier<Attempt> attempt, Patience patience) {
    this.clusters = clusters;
    this.attempt = attempt;
    this.patience = patience;
  }

  /** Waits on the calling thread, heartbeating. */
  @FunctionalInterface
  public interface Patience {
    void await(Duration duration);
  }

  /**
   * Takes the token of a writer, such as {@code release-argocd}, from whoever has it. Returns when
   * nobody else can be writing any more.
   *
   * @param owner the run that has to hold the cluster; null where an earlier build does not say
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#CLUSTER_OWNED} where the
   *     Lease is not this run's
   */
  public WriterToken take(Target target, Owner owner, String writer) {
    LeaseWriters writers = new LeaseWriters(clusters.client(target), owner, attempt.get());
    boolean alone = KubernetesFailures.naming(ClusterLease.OBJECT, () -> writers.take(writer));
    WriterToken token = new WriterToken(writers, writer, System::nanoTime);
    try {
      if (!alone) {
        patience.await(LEAVING);
      }
      token.requireHeld();
      return token;
    } catch (RuntimeException e) {
      token.close();
      throw e;
    }
  }
}
