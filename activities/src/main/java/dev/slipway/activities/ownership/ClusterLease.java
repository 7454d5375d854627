package dev.slipway.activities.ownership;

import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.Owner;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import java.util.Optional;

/** The Lease {@code slipway} of one cluster; it does not expire. */
public final class ClusterLease {
  private static final String NAMESPACE = "slipway.dev/temporal-namespace";
  private static final String NAMESPACE_ID = "slipway.dev/temporal-namespace-id";
  private static final String WORKFLOW = "slipway.dev/workflow-id";
  private static final String FIRST_RUN = "slipway.dev/first-run-id";
  private static final String OBJECT = "Lease kube-system/slipway";

  private final KubernetesClient client;
  private final OwnerStatus status;

  public ClusterLease(KubernetesClient client, OwnerStatus status) {
    this.client = client;
    this.status = status;
  }

  /**
   * Creating it is the claim: the API server lets one of two creators win.
   *
   * @return false where the owner holds it already
   */
  boolean claim(Owner owner) {
    Lease held = lease().get();
    if (held == null) {
      GuardedWrite.of(OBJECT, () -> client.resource(lease(owner, null)).create());
      return true;
    }
    if (owner.equals(ownerOf(held).orElse(null))) {
      return false;
    }
    refuseWhileAlive(held);
    GuardedWrite.of(
        OBJECT,
        () -> client.resource(lease(owner, held.getMetadata().getResourceVersion())).update());
    return true;
  }

  /** Leaves a Lease alone that is another's. */
  boolean release(Owner owner) {
    Lease held = lease().get();
    boolean own = held != null && owner.equals(ownerOf(held).orElse(null));
    if (own) {
      GuardedWrite.of(
          OBJECT,
          () -> lease().lockResourceVersion(held.getMetadata().getResourceVersion()).delete());
    }
    return own;
  }

  /** Who holds it; empty where nobody does. */
  public Optional<Holder> holder() {
    return Optional.ofNullable(lease().get()).map(this::holder);
  }

  /**
   * Who holds the Lease.
   *
   * @param owner null where the Lease names no run
   */
  public record Holder(Owner owner, String namespaceId) {}

  private void refuseWhileAlive(Lease held) {
    Holder holder = holder(held);
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

  private Holder holder(Lease held) {
    String namespaceId = annotations(held).getOrDefault(NAMESPACE_ID, "");
    return new Holder(ownerOf(held).orElse(null), namespaceId);
  }

  private static Optional<Owner> ownerOf(Lease held) {
    Map<String, String> annotations = annotations(held);
    boolean named =
        annotations.containsKey(NAMESPACE)
            && annotations.containsKey(WORKFLOW)
            && annotations.containsKey(FIRST_RUN);
    return named
        ? Optional.of(
            new Owner(
                annotations.get(NAMESPACE), annotations.get(WORKFLOW), annotations.get(FIRST_RUN)))
        : Optional.empty();
  }

  private static Map<String, String> annotations(Lease held) {
    ObjectMeta metadata = held.getMetadata();
    return metadata.getAnnotations() == null ? Map.of() : metadata.getAnnotations();
  }

  private Lease lease(Owner owner, String resourceVersion) {
    return new LeaseBuilder()
        .withNewMetadata()
        .withName("slipway")
        .withNamespace("kube-system")
        .withResourceVersion(resourceVersion)
        .addToAnnotations(NAMESPACE, owner.namespace())
        .addToAnnotations(NAMESPACE_ID, status.namespaceId(owner.namespace()))
        .addToAnnotations(WORKFLOW, owner.workflowId())
        .addToAnnotations(FIRST_RUN, owner.firstRunId())
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
