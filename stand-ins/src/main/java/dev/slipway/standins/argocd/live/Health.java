package dev.slipway.standins.argocd.live;

import static dev.slipway.standins.argocd.live.HealthStatus.DEGRADED;
import static dev.slipway.standins.argocd.live.HealthStatus.HEALTHY;
import static dev.slipway.standins.argocd.live.HealthStatus.PROGRESSING;

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
          case "apps/Deployment" -> WorkloadHealth::deployment;
          case "apps/StatefulSet" -> WorkloadHealth::statefulSet;
          case "apps/DaemonSet" -> WorkloadHealth::daemonSet;
          case "batch/Job" -> WorkloadHealth::job;
          case "/Service" -> WorkloadHealth::service;
          case "networking.k8s.io/Ingress" -> WorkloadHealth::addressed;
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

  static boolean isTrue(JsonNode object, String type) {
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
