package dev.slipway.activities.argocd.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is wrong with one live object, in a few words: pure. */
final class Fault {
  private static final Set<String> GOOD =
      Set.of("Ready", "Available", "Healthy", "Installed", "Synced", "Established", "Complete");
  private static final Set<String> BAD = Set.of("Failed", "ReplicaFailure", "Degraded", "Stalled");

  private Fault() {}

  /** Empty where the object shows nothing wrong. */
  static Optional<String> of(JsonNode object) {
    JsonNode status = object.path("status");
    Optional<String> condition = badCondition(status);
    return switch (object.path("kind").asText()) {
      case "Deployment", "StatefulSet" ->
          replicas(object.path("spec").path("replicas").asInt(1), available(status), condition);
      case "DaemonSet" ->
          replicas(
              status.path("desiredNumberScheduled").asInt(),
              status.path("numberAvailable").asInt(),
              condition);
      case "Job" ->
          isComplete(status) ? Optional.empty() : condition.or(() -> of("has not completed"));
      case "PersistentVolumeClaim" ->
          status.path("phase").asText().equals("Bound")
              ? Optional.empty()
              : of("is " + status.path("phase").asText("not bound"));
      case "Ingress" -> address(status);
      case "Service" ->
          object.path("spec").path("type").asText().equals("LoadBalancer")
              ? address(status)
              : Optional.empty();
      case "ExternalSecret", "ClusterSecretStore", "SecretStore" ->
          status.isEmpty()
              ? of("has no status: is the External Secrets controller running?")
              : condition;
      default -> condition;
    };
  }

  private static int available(JsonNode status) {
    return status.path("availableReplicas").asInt(status.path("readyReplicas").asInt());
  }

  private static Optional<String> replicas(int wanted, int ready, Optional<String> condition) {
    if (ready >= wanted) {
      return Optional.empty();
    }
    String words = ready + " of " + wanted + " pods are ready";
    return of(condition.map(why -> words + "; " + why).orElse(words));
  }

  private static Optional<String> address(JsonNode status) {
    boolean has = !status.path("loadBalancer").path("ingress").isEmpty();
    return has ? Optional.empty() : of("has no load balancer address");
  }

  private static boolean isComplete(JsonNode status) {
    return conditions(status).anyMatch(condition -> is(condition, "Complete", "True"));
  }

  private static Optional<String> badCondition(JsonNode status) {
    List<JsonNode> bad =
        conditions(status)
            .filter(
                condition ->
                    (GOOD.contains(type(condition)) && !is(condition, type(condition), "True"))
                        || (BAD.contains(type(condition))
                            && is(condition, type(condition), "True")))
            .toList();
    return bad.stream().map(Fault::words).findFirst();
  }

  private static String words(JsonNode condition) {
    String reason = condition.path("reason").asText();
    String message = condition.path("message").asText();
    String why = Stream.of(reason, message).filter(part -> !part.isBlank()).toList().toString();
    return "%s is %s: %s"
        .formatted(
            type(condition),
            condition.path("status").asText(),
            why.substring(1, why.length() - 1).replaceFirst(", ", ": "));
  }

  private static Stream<JsonNode> conditions(JsonNode status) {
    return StreamSupport.stream(status.path("conditions").spliterator(), false);
  }

  private static boolean is(JsonNode condition, String type, String value) {
    return type(condition).equals(type) && condition.path("status").asText().equals(value);
  }

  private static String type(JsonNode condition) {
    return condition.path("type").asText();
  }

  private static Optional<String> of(String words) {
    return Optional.of(words);
  }
}
