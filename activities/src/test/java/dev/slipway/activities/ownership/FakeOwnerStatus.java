package dev.slipway.activities.ownership;

import dev.slipway.workflows.contract.Owner;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.util.HashSet;
import java.util.Set;

/** A Temporal in which every run lives until it is said to be closed. */
public final class FakeOwnerStatus implements OwnerStatus {
  private final Set<Owner> closed = new HashSet<>();

  public void closed(Owner owner) {
    closed.add(owner);
  }

  @Override
  public String namespaceId(String namespace) {
    return "id-of-" + namespace;
  }

  @Override
  public boolean isClosed(Owner owner, String namespaceId) {
    return namespaceId.equals(namespaceId(owner.namespace())) && closed.contains(owner);
  }

  static Lease leaseOfSomebody() {
    return new LeaseBuilder()
        .withNewMetadata()
        .withName("slipway")
        .withNamespace("kube-system")
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity("somebody")
        .endSpec()
        .build();
  }
}
