package dev.slipway.activities.kubernetes.standing;

import dev.slipway.activities.kubernetes.Condition;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Of any other kind, told by the conditions whose meaning is common. */
final class ConditionStanding {
  private static final Set<String> BAD = Set.of("Stalled", "Failed", "Degraded");
  private static final Set<String> DECIDING =
      Set.of("Ready", "Available", "Healthy", "Established", "Complete");
  // A resource of Crossplane's is Synced before anybody knows whether it is Ready.
  private static final Set<String> NEEDED = Set.of("Installed", "Synced");
  private static final Map<String, String> CONTROLLERS =
      Map.of("external-secrets.io", "External Secrets", "cert-manager.io", "cert-manager");

  private ConditionStanding() {}

  static Standing of(KubernetesObject object) {
    List<Condition> conditions = object.conditions();
    if (conditions.isEmpty()) {
      return silent(object.group());
    }
    return bad(conditions)
        .map(condition -> Standing.failed(condition.words()))
        .or(() -> unmet(conditions).map(condition -> Standing.inProgress(condition.words())))
        .orElse(decided(conditions) ? Standing.CURRENT : unknown());
  }

  private static Standing silent(String group) {
    String controller = CONTROLLERS.get(group);
    return controller == null
        ? unknown()
        : Standing.inProgress("has no status: is the %s controller running?".formatted(controller));
  }

  private static Optional<Condition> bad(List<Condition> conditions) {
    return conditions.stream()
        .filter(condition -> BAD.contains(condition.type()) && condition.isTrue())
        .findFirst();
  }

  private static Optional<Condition> unmet(List<Condition> conditions) {
    return Stream.concat(
            conditions.stream().filter(condition -> is(condition, "Reconciling")),
            conditions.stream()
                .filter(
                    condition ->
                        DECIDING.contains(condition.type()) || NEEDED.contains(condition.type()))
                .filter(condition -> !condition.isTrue()))
        .findFirst();
  }

  private static boolean is(Condition condition, String type) {
    return condition.type().equals(type) && condition.isTrue();
  }

  private static boolean decided(List<Condition> conditions) {
    return conditions.stream().anyMatch(condition -> DECIDING.contains(condition.type()));
  }

  private static Standing unknown() {
    return new Standing(Standing.State.UNKNOWN, "does not say how it stands");
  }
}
