package dev.slipway.activities.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.argocd.diagnosis.FailedResources;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.util.List;
import java.util.regex.Pattern;

/** What one Argo CD Application says about itself: pure. */
final class ApplicationReading {
  private static final int LONGEST = 500;
  private static final Pattern RETRY =
      Pattern.compile("\\.? Retrying attempt #\\d+ at [^ ]+?(AM|PM)\\.?");
  private static final List<String> UNFINISHED = List.of("Running", "Terminating");

  private ApplicationReading() {}

  static Application of(KubernetesObject application) {
    JsonNode status = application.status();
    String sync = sync(application);
    String health = text(status.path("health").path("status"), "Unknown");
    String operation = operation(application);
    boolean quiet =
        health.equals("Healthy")
            && sync.equals("Synced")
            && (operation == null || operation.equals("Succeeded"));
    return new Application(
        application.name(),
        addon(application),
        sync,
        health,
        operation,
        isAsleep(application),
        Revisions.operationIsCurrent(application),
        error(application),
        quiet ? null : message(application, operation));
  }

  /** Whether the last operation failed and Argo CD waits before it tries again. */
  static boolean isAsleep(KubernetesObject application) {
    JsonNode state = application.status().path("operationState");
    return state.path("phase").asText().equals("Running") && state.hasNonNull("finishedAt");
  }

  private static String addon(KubernetesObject application) {
    String name = application.labels().getOrDefault("addonName", "");
    return name.startsWith(BootstrapRelease.ADDONS_APPSET.addon()) ? "" : name;
  }

  private static String sync(KubernetesObject application) {
    if (!Revisions.comparisonIsCurrent(application)) {
      return "Unknown";
    }
    return text(application.status().path("sync").path("status"), "Unknown");
  }

  /** An operation that is asked for and not begun yet counts as running. */
  private static String operation(KubernetesObject application) {
    String phase =
        text(application.status().path("operationState").path("phase"), /* otherwise= */ null);
    boolean asked = application.content().path("operation").isObject();
    return asked && !UNFINISHED.contains(String.valueOf(phase)) ? "Running" : phase;
  }

  private static String error(KubernetesObject application) {
    return application.conditions().stream()
        .filter(condition -> condition.type().endsWith("Error"))
        .map(condition -> cut(condition.type() + ": " + condition.message()))
        .findFirst()
        .orElse(null);
  }

  private static String message(KubernetesObject application, String operation) {
    if (operation != null && !operation.equals("Succeeded")) {
      String said = application.status().path("operationState").path("message").asText();
      String words = RETRY.matcher(said).replaceAll(" (retrying)");
      return cut(words + failedResource(application, said));
    }
    if (!Revisions.comparisonIsCurrent(application)) {
      return "Argo CD has not compared the cluster with the present specification yet";
    }
    return cut(application.status().path("health").path("message").asText());
  }

  private static String failedResource(KubernetesObject application, String words) {
    return FailedResources.of(application)
        .filter(resource -> !words.contains(resource.path("message").asText()))
        .map(
            resource ->
                "; %s %s: %s"
                    .formatted(
                        resource.path("kind").asText(),
                        resource.path("name").asText(),
                        resource.path("message").asText()))
        .findFirst()
        .orElse("");
  }

  private static String cut(String words) {
    if (words.isBlank()) {
      return null;
    }
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
  }

  private static String text(JsonNode node, String otherwise) {
    return node.asText("").isEmpty() ? otherwise : node.asText();
  }
}
