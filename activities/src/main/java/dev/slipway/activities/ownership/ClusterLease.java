package dev.slipway.activities.ownership;

import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.GuardedWrite;
import dev.slipway.activities.ownership.WriterTokens.Patience;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The Lease {@code slipway} of one cluster; it does not expire. */
final class ClusterLease {
  static final String OBJECT = "Lease kube-system/slipway";

  private static final String NAMESPACE = "kube-system";
  private static final String NAME = "slipway";
  private static final String STOPPED = "stopped";

  private final KubernetesClient client;
  private final OwnerStatus status;

  ClusterLease(KubernetesClient client, OwnerStatus status) {
    this.client = client;
    this.status = status;
  }

  /**
   * Creating it is the claim: the API server lets one of two creators win.
   *
   * @return false where the owner holds it already, under this plan
   */
  boolean claim(Owner owner, String planDigest) {
    Optional<Lease> found = find(client);
    if (found.isEmpty()) {
      GuardedWrite.of(OBJECT, () -> client.resource(lease(owner, planDigest)).create());
      return true;
    }
    Lease held = found.get();
    Holder holder = Holder.of(held);
    if (holder.is(owner) && holder.isUnder(planDigest)) {
      return false;
    }
    if (!holder.is(owner)) {
      refuseWhileAlive(held);
    }
    Lease wanted = takenOver(held, lease(owner, planDigest));
    GuardedWrite.of(OBJECT, () -> client.resource(wanted).update());
    return true;
  }

  /** Those who wrote for the last owner stay named, so that their successors wait for them. */
  private static Lease takenOver(Lease held, Lease wanted) {
    return new LeaseBuilder(wanted)
        .editMetadata()
        .withResourceVersion(held.getMetadata().getResourceVersion())
        .addToAnnotations(LeaseWriters.of(held))
        .endMetadata()
        .build();
  }

  /** Whether it names exactly this owner and this plan. */
  boolean isHeldBy(Owner owner, String planDigest) {
    return holder().filter(holder -> holder.is(owner) && holder.isUnder(planDigest)).isPresent();
  }

  /**
   * Leaves a Lease alone that is another's. A writer that it still names has lost its way back to
   * Temporal: it is told to stop and awaited, so that nobody writes once the Lease is gone.
   *
   * @param patience what waiting is
   */
  boolean release(Owner owner, Patience patience) {
    Optional<Lease> found = find(client).filter(held -> Holder.of(held).is(owner));
    if (found.isEmpty()) {
      return false;
    }
    Lease own = found.get();
    if (!LeaseWriters.of(own).isEmpty()) {
      own = stopped(own);
      patience.await(WriterTokens.LEAVING);
    }
    String version = own.getMetadata().getResourceVersion();
    GuardedWrite.of(OBJECT, () -> lease().lockResourceVersion(version).delete());
    return true;
  }

  /** Their names stay until they are awaited: another attempt at this begins anew. */
  private Lease stopped(Lease own) {
    Map<String, String> writers = LeaseWriters.of(own);
    writers.replaceAll((writer, attempt) -> STOPPED);
    Lease wanted =
        new LeaseBuilder(own).editMetadata().addToAnnotations(writers).endMetadata().build();
    AtomicReference<Lease> written = new AtomicReference<>();
    GuardedWrite.of(OBJECT, () -> written.set(client.resource(wanted).update()));
    return written.get();
  }

  /** Who holds it; empty where nobody does. */
  Optional<Holder> holder() {
    return find(client).map(Holder::of);
  }

  static Optional<Lease> find(KubernetesClient client) {
    return Answers.find(client.leases().inNamespace(NAMESPACE).withName(NAME));
  }

  private void refuseWhileAlive(Lease held) {
    Holder holder = Holder.of(held);
    if (holder.owner() == null) {
      throw FailureType.CLUSTER_OWNED.failure(
          OBJECT
              + " is held by \""
              + held.getSpec().getHolderIdentity()
              + "\" and names no Temporal run");
    }
    if (!status.isClosed(holder.owner(), holder.namespaceId())) {
      throw FailureType.CLUSTER_OWNED.failure("The cluster is owned by " + holder.owner());
    }
  }

  private Lease lease(Owner owner, String planDigest) {
    Holder holder = new Holder(owner, status.namespaceId(owner.namespace()), planDigest);
    return new LeaseBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withNamespace(NAMESPACE)
        .withAnnotations(holder.annotations())
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(owner.workflowId())
        .endSpec()
        .build();
  }

  private Resource<Lease> lease() {
    return client.leases().inNamespace(NAMESPACE).withName(NAME);
  }
}
