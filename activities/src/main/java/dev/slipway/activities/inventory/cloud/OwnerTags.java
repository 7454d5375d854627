package dev.slipway.activities.inventory.cloud;

import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie;
import dev.slipway.workflows.plan.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** By which the controllers of a cluster mark what they make in the account: pure. */
record OwnerTags(Map<String, String> tags) {
  private static final String BALANCERS_CLUSTER = "elbv2.k8s.aws/cluster";
  static final String AUTO_MODE_CLUSTER = "eks:eks-cluster-name";
  static final String CLUSTER = "kubernetes.io/cluster/";
  private static final String EKS_OWN = "aws:eks:cluster-name";

  /** Whether a controller of that cluster made it; what EKS itself makes is the cluster's own. */
  boolean isOf(String cluster) {
    return !tags.containsKey(EKS_OWN)
        && (cluster.equals(tags.get(BALANCERS_CLUSTER))
            || cluster.equals(tags.get(AUTO_MODE_CLUSTER))
            || "owned".equals(tags.get(CLUSTER + cluster)));
  }

  /** The Service, or the Ingress or group of them, that it was made for. */
  Optional<Subject> madeFor() {
    return stack("service.k8s.aws/stack", "", "Service")
        .or(() -> stack("service.eks.amazonaws.com/stack", "", "Service"))
        .or(() -> stack("ingress.k8s.aws/stack", "networking.k8s.io", "Ingress"))
        .or(() -> stack("ingress.eks.amazonaws.com/stack", "networking.k8s.io", "Ingress"));
  }

  /** What the account has because of the cluster. */
  Holding holding(Subject subject, String id, List<Fact> facts) {
    List<Tie> ties = madeFor().stream().map(other -> new Tie(Tie.Sort.STANDS_FOR, other)).toList();
    Belonging belonging =
        new Belonging(
            Ownership.OURS, "a controller of this cluster made it: " + mark(), null, null);
    return new Holding(subject, id, Presence.HERE, belonging, ties, List.of(), facts);
  }

  private String mark() {
    return Stream.of(BALANCERS_CLUSTER, AUTO_MODE_CLUSTER)
        .filter(tags::containsKey)
        .map(tag -> tag + "=" + tags.get(tag))
        .findFirst()
        .orElse("tag " + CLUSTER + "…=owned");
  }

  private Optional<Subject> stack(String tag, String group, String kind) {
    return Optional.ofNullable(tags.get(tag))
        .map(stack -> stack.split("/", 2))
        .filter(stack -> stack.length == 2)
        .map(stack -> new Subject(group, kind, stack[0], stack[1]));
  }
}
