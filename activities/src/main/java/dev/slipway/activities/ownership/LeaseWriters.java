package dev.slipway.activities.ownership;

import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The writers that a cluster's Lease names, seen by one attempt of the run that holds it. */
final class LeaseWriters {
  /** What the annotations of writers begin with. */
  static final String PREFIX = "writer.slipway.dev/";

  private static final int TRIES = 10;

  private final KubernetesClient client;
  private final Owner owner;
  private final Attempt attempt;

  LeaseWriters(KubernetesClient client, Owner owner, Attempt attempt) {
    this.client = client;
    this.owner = owner;
    this.attempt = attempt;
  }

  /** All of a Lease, by the whole name of the annotation. */
  static Map<String, String> of(Lease lease) {
    Map<String, String> writers = new HashMap<>();
    Map<String, String> annotations = lease.getMetadata().getAnnotations();
    if (annotations != null) {
      annotations.forEach(
          (key, value) -> {
            if (key.startsWith(PREFIX)) {
              writers.put(key, value);
            }
          });
    }
    return writers;
  }

  /**
   * Writes this attempt into the Lease.
   *
   * @return whether nobody was there
   */
  boolean take(String writer) {
    String before = replace(writer, held(), attempt.name());
    return before == null;
  }

  /** Whether the Lease is this run's, and names this attempt. */
  boolean has(String writer) {
    return ClusterLease.find(client)
        .filter(this::isOurs)
        .map(lease -> of(lease).get(PREFIX + writer))
        .filter(attempt.name()::equals)
        .isPresent();
  }

  /** Takes this attempt out, unless another has replaced it. */
  void giveBack(String writer) {
    if (has(writer)) {
      replace(writer, held(), null);
    }
  }

  /**
   * Others write into the same Lease at the same time; what was read is then read again.
   *
   * @param value null for none
   * @return what was there; null where nothing was
   */
  private String replace(String writer, Lease lease, String value) {
    Lease seen = lease;
    for (int i = 0; i < TRIES; i++) {
      String before = of(seen).get(PREFIX + writer);
      Lease wanted = with(seen, writer, value);
      if (Answers.unlessConflict(() -> client.resource(wanted).update())) {
        return before;
      }
      seen = held();
    }
    throw FailureType.CLUSTER_UNREACHABLE.failure(
        ClusterLease.OBJECT + " is changed by others all the time");
  }

  private static Lease with(Lease lease, String writer, String value) {
    Map<String, String> annotations = new HashMap<>(lease.getMetadata().getAnnotations());
    if (value == null) {
      annotations.remove(PREFIX + writer);
    } else {
      annotations.put(PREFIX + writer, value);
    }
    return new LeaseBuilder(lease)
        .editMetadata()
        .withAnnotations(annotations)
        .endMetadata()
        .build();
  }

  private Lease held() {
    Optional<Lease> lease = ClusterLease.find(client);
    if (lease.isEmpty()) {
      throw FailureType.CLUSTER_OWNED.failure(
          ClusterLease.OBJECT + " is gone: this run does not hold the cluster any more");
    }
    if (!isOurs(lease.get())) {
      throw FailureType.CLUSTER_OWNED.failure(
          "The cluster is owned by " + Holder.of(lease.get()).owner());
    }
    return lease.get();
  }

  private boolean isOurs(Lease lease) {
    Owner holder = Holder.of(lease).owner();
    if (holder == null) {
      return false;
    }
    return owner == null
        ? holder.namespace().equals(attempt.namespace())
            && holder.workflowId().equals(attempt.workflowId())
        : holder.equals(owner);
  }
}
