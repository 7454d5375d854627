package dev.slipway.activities.ownership;

import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Optional;

/** The Lease {@code slipway} of one cluster; it does not expire. */
final class ClusterLease {
  static final String OBJECT = "Lease kube-system/slipway";

  private static final String NAMESPACE = "kube-system";
  private static final String NAME = "slipway";

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
    Optional<Lease> found = Answers.find(lease());
    if (found.isEmpty()) {
      GuardedWrite.of(OBJECT, () -> client.resource(lease(owner, planDigest, null)).create());
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
    Optional<Lease> own = Answers.find(lease()).filter(held -> Holder.of(held).is(owner));
    own.map(held -> held.getMetadata().getResourceVersion())
        .ifPresent(
            version ->
                GuardedWrite.of(OBJECT, () -> lease().lockResourceVersion(version).delete()));
    return own.isPresent();
  }

  /** Who holds it; empty where nobody does. */
  Optional<Holder> holder() {
    return Answers.find(lease()).map(Holder::of);
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

  private Lease lease(Owner owner, String planDigest, String resourceVersion) {
    Holder holder = new Holder(owner, status.namespaceId(owner.namespace()), planDigest);
    return new LeaseBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withNamespace(NAMESPACE)
        .withResourceVersion(resourceVersion)
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
