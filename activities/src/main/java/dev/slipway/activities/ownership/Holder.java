package dev.slipway.activities.ownership;

import dev.slipway.workflows.contract.Owner;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who holds the Lease, and what for, as its annotations say: pure.
 *
 * @param owner null where the Lease names no run
 * @param namespaceId of the owner's Temporal namespace; empty where it is not known
 * @param planDigest the plan that the owner carries out; null where the Lease names none
 */
record Holder(Owner owner, String namespaceId, String planDigest) {
  private static final String NAMESPACE = "slipway.dev/temporal-namespace";
  private static final String NAMESPACE_ID = "slipway.dev/temporal-namespace-id";
  private static final String WORKFLOW = "slipway.dev/workflow-id";
  private static final String FIRST_RUN = "slipway.dev/first-run-id";
  private static final String PLAN = "slipway.dev/plan-digest";

  static Holder of(Lease lease) {
    Map<String, String> present = lease.getMetadata().getAnnotations();
    Map<String, String> annotations = present == null ? Map.of() : present;
    return new Holder(
        ownerOf(annotations), annotations.getOrDefault(NAMESPACE_ID, ""), annotations.get(PLAN));
  }

  boolean is(Owner other) {
    return other.equals(owner);
  }

  boolean isUnder(String digest) {
    return digest.equals(planDigest);
  }

  Map<String, String> annotations() {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(NAMESPACE, owner.namespace());
    annotations.put(NAMESPACE_ID, namespaceId);
    annotations.put(WORKFLOW, owner.workflowId());
    annotations.put(FIRST_RUN, owner.firstRunId());
    annotations.put(PLAN, planDigest);
    return annotations;
  }

  private static Owner ownerOf(Map<String, String> annotations) {
    boolean named =
        annotations.containsKey(NAMESPACE)
            && annotations.containsKey(WORKFLOW)
            && annotations.containsKey(FIRST_RUN);
    return named
        ? new Owner(
            annotations.get(NAMESPACE), annotations.get(WORKFLOW), annotations.get(FIRST_RUN))
        : null;
  }
}
