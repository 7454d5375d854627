package dev.slipway.standins.argocd.live;

import static dev.slipway.standins.argocd.live.HealthStatus.DEGRADED;
import static dev.slipway.standins.argocd.live.HealthStatus.HEALTHY;
import static dev.slipway.standins.argocd.live.HealthStatus.PROGRESSING;
import static dev.slipway.standins.argocd.live.HealthStatus.SUSPENDED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** How an object is, by the checks that Argo CD brings: pure. */
public final class Health {
  private static final List<String> WITHOUT_STATUS =
      List.of("Composition", "CompositionRevision", "DeploymentRuntimeConfig", "ProviderConfig");

  private Health() {}

  /** Whether Argo CD can tell the health of such objects at all. */
  static boolean isKnown(JsonNode object) {
    return check(object).isPresent();
  }

  /** Empty for kinds that are neither well nor ill, such as ConfigMaps. */
  public static Optional<HealthStatus> of(JsonNode object) {
    return check(object).map(check -> check.apply(object));
  }

  /** Why an object is ill, in its own words; empty where it says nothing. */
  public static String message(JsonNode object) {
    for (JsonNode condition : object.at("/status/conditions")) {
      boolean failed = condition.path("type").asText().equals("Failed");
      boolean good = condition.path("status").asText().equals("True") != failed;
      if (!good) {
        return condition.path("message").asText();
      }
    }
    return "";
  }

  @FunctionalInterface
  private interface Check {
    HealthStatus apply(JsonNode object);
  }

  private static Optional<Check> check(JsonNode object) {
    String group = group(object);
    return Optional.ofNullable(
        switch (group + "/" + object.path("kind").asText()) {
          case "apps/Deployment" -> Health::deployment;
          case "apps/StatefulSet" -> Health::statefulSet;
          case "apps/DaemonSet" -> Health::daemonSet;
          case "batch/Job" -> Health::job;
          case "/Service" -> Health::service;
          case "networking.k8s.io/Ingress" -> Health::addressed;
          case "apiextensions.k8s.io/CustomResourceDefinition" ->
              definition -> condition(definition, "Established");
          case "argoproj.io/ApplicationSet" -> Health::applicationSet;
          default -> custom(group);
        });
  }

  private static Check custom(String group) {
    if (group.endsWith("crossplane.io")) {
      return Health::crossplane;
    }
    return group.equals("external-secrets.io") || group.equals("cert-manager.io")
        ? object -> condition(object, "Ready")
        : null;
  }

  private static HealthStatus deployment(JsonNode deployment) {
    JsonNode status = deployment.path("status");
    if (!isObserved(deployment)) {
      return PROGRESSING;
    }
    for (JsonNode condition : status.path("conditions")) {
      if (condition.path("reason").asText().equals("ProgressDeadlineExceeded")) {
        return DEGRADED;
      }
    }
    int wanted = deployment.path("spec").path("replicas").asInt(1);
    return running(wanted, status.path("updatedReplicas"), status.path("availableReplicas"));
  }

  private static HealthStatus statefulSet(JsonNode set) {
    int wanted = set.path("spec").path("replicas").asInt(1);
    JsonNode ready = set.path("status").path("readyReplicas");
    return isObserved(set) ? running(wanted, ready, ready) : PROGRESSING;
  }

  private static HealthStatus daemonSet(JsonNode set) {
    JsonNode status = set.path("status");
    int wanted = status.path("desiredNumberScheduled").asInt();
    return isObserved(set)
        ? running(wanted, status.path("updatedNumberScheduled"), status.path("numberAvailable"))
        : PROGRESSING;
  }

  private static HealthStatus running(int wanted, JsonNode updated, JsonNode available) {
    return Math.min(updated.asInt(), available.asInt()) < wanted ? PROGRESSING : HEALTHY;
  }

  private static boolean isObserved(JsonNode workload) {
    return workload.path("metadata").path("generation").asLong()
        <= workload.path("status").path("observedGeneration").asLong();
  }

  private static HealthStatus job(JsonNode job) {
    if (isTrue(job, "Failed")) {
      return DEGRADED;
    }
    if (isTrue(job, "Suspended")) {
      return SUSPENDED;
    }
    return isTrue(job, "Complete") ? HEALTHY : PROGRESSING;
  }

  private static HealthStatus service(JsonNode service) {
    boolean balanced = service.path("spec").path("type").asText().equals("LoadBalancer");
    return balanced ? addressed(service) : HEALTHY;
  }

  private static HealthStatus addressed(JsonNode object) {
    return object.path("status").path("loadBalancer").path("ingress").isEmpty()
        ? PROGRESSING
        : HEALTHY;
  }

  private static HealthStatus applicationSet(JsonNode set) {
    return isTrue(set, "ErrorOccurred") ? DEGRADED : HEALTHY;
  }

  private static HealthStatus crossplane(JsonNode object) {
    if (WITHOUT_STATUS.contains(object.path("kind").asText())) {
      return HEALTHY;
    }
    for (String good : List.of("Healthy", "Ready", "Established", "Offered")) {
      if (isTrue(object, good)) {
        return HEALTHY;
      }
    }
    return PROGRESSING;
  }

  private static HealthStatus condition(JsonNode object, String type) {
    for (JsonNode condition : object.path("status").path("conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition.path("status").asText().equals("True") ? HEALTHY : DEGRADED;
      }
    }
    return PROGRESSING;
  }

  private static boolean isTrue(JsonNode object, String type) {
    for (JsonNode condition : object.path("status").path("conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition.path("status").asText().equals("True");
      }
    }
    return false;
  }

  static String group(JsonNode object) {
    String apiVersion = object.path("apiVersion").asText();
    return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
  }
}
