package dev.slipway.activities.ownership;

import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Optional;

/** The Lease {@code slipway} of one cluster; it does not expire. */
final class ClusterLease {
  private static final String OBJECT = "Lease kube-system/slipway";

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
    Lease held = lease().get();
    if (held == null) {
      GuardedWrite.of(OBJECT, () -> client.resource(lease(owner, planDigest, null)).create());
      return true;
    }
    Holder holder = Holder.of(held);
    if (holder.is(owner) && holder.isUnder(planDigest)) {
      return false;
    }
    if (!holder.is(owner)) {
      refuseWhileAlive(held);
    }
    Lease wanted = lease(owner, planDigest, held.getMetadata().getResourceVersion());
    GuardedWrite.of(OBJECT, () -> client.resource(wanted).update());
    return true;
  }

  /** Whether it names exactly this owner and this plan. */
  boolean isHeldBy(Owner owner, String planDigest) {
    return holder().filter(holder -> holder.is(owner) && holder.isUnder(planDigest)).isPresent();
  }

  /** Leaves a Lease alone that is another's. */
  boolean release(Owner owner) {
    Lease held = lease().get();
    boolean own = held != null && Holder.of(held).is(owner);
    if (own) {
      GuardedWrite.of(
          OBJECT,
          () -> lease().lockResourceVersion(held.getMetadata().getResourceVersion()).delete());
    }
    return own;
  }

  /** Who holds it; empty where nobody does. */
  Optional<Holder> holder() {
    return Optional.ofNullable(lease().get()).map(Holder::of);
  }

  private void refuseWhileAlive(Lease held) {
    Holder holder = Holder.of(held);
    if (holder.owner() == null) {
      throw FailureType.CLUSTER_OWNED.failure(
          "Lease kube-system/slipway is held by \""
              + held.getSpec().getHolderIdentity()
              + "\" and names no Temporal run");
    }
    if (!status.isClosed(holder.owner(), holder.namespaceId())) {
      throw FailureType.CLUSTER_OWNED.failure("The cluster is owned by " + holder.owner());
    }
  }

  private Lease lease(Owner owner, String planDigest, String resourceVersion) {
    Holder holder = new Holder(owner, status.namespaceId(owner.namespace()), planDigest);
    return new LeaseBuilder()
        .withNewMetadata()
        .withName("slipway")
        .withNamespace("kube-system")
        .withResourceVersion(resourceVersion)
        .withAnnotations(holder.annotations())
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(owner.workflowId())
        .endSpec()
        .build();
  }

  private Resource<Lease> lease() {
    return client.leases().inNamespace("kube-system").withName("slipway");
  }
}
