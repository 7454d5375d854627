package dev.slipway.activities.kubernetes.standing;

import dev.slipway.activities.kubernetes.Condition;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.Optional;

/** Of Kubernetes' own kinds that say it in a field of theirs. */
final class BuiltInStanding {
  private BuiltInStanding() {}

  static Standing ofVolumeClaim(KubernetesObject claim) {
    String phase = claim.status().path("phase").asText("Pending");
    return switch (phase) {
      case "Bound" -> Standing.CURRENT;
      case "Lost" -> Standing.failed("is Lost");
      default -> Standing.inProgress("is " + phase);
    };
  }

  static Standing ofService(KubernetesObject service) {
    boolean balanced = service.spec().path("type").asText().equals("LoadBalancer");
    return balanced ? ofIngress(service) : Standing.CURRENT;
  }

  static Standing ofIngress(KubernetesObject ingress) {
    boolean reachable = !ingress.status().path("loadBalancer").path("ingress").isEmpty();
    return reachable ? Standing.CURRENT : Standing.inProgress("has no load balancer address");
  }

  static Standing ofDefinition(KubernetesObject definition) {
    if (definition.condition("Established").filter(Condition::isTrue).isPresent()) {
      return Standing.CURRENT;
    }
    Optional<Condition> clash = definition.condition("NamesAccepted").filter(Condition::isFalse);
    return clash
        .map(condition -> Standing.failed("is not established; " + condition.words()))
        .orElse(Standing.inProgress("is not established"));
  }
}
