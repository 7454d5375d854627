package dev.slipway.activities.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What one Argo CD Application says about itself: pure. */
final class ApplicationReading {
  private static final int LONGEST = 500;
  private static final Pattern RETRY =
      Pattern.compile("\\.? Retrying attempt #\\d+ at [^ ]+?(AM|PM)\\.?");
  private static final List<String> UNFINISHED = List.of("Running", "Terminating");

  private ApplicationReading() {}

  static Application of(JsonNode application) {
    JsonNode status = application.path("status");
    String sync = sync(application);
    String health = text(status.path("health").path("status"), "Unknown");
    String operation = operation(application);
    boolean quiet =
        health.equals("Healthy")
            && sync.equals("Synced")
            && (operation == null || operation.equals("Succeeded"));
    return new Application(
        application.path("metadata").path("name").asText(),
        addon(application),
        sync,
        health,
        operation,
        isAsleep(application),
        Revisions.operationIsCurrent(application),
        error(status),
        quiet ? null : message(application, operation));
  }

  /** Whether the last operation failed and Argo CD waits before it tries again. */
  static boolean isAsleep(JsonNode application) {
    JsonNode state = application.path("status").path("operationState");
    return state.path("phase").asText().equals("Running") && state.hasNonNull("finishedAt");
  }

  private static String addon(JsonNode application) {
    String name = application.path("metadata").path("labels").path("addonName").asText();
    return name.startsWith(BootstrapRelease.ADDONS_APPSET.addon()) ? "" : name;
  }

  private static String sync(JsonNode application) {
    if (!Revisions.comparisonIsCurrent(application)) {
      return "Unknown";
    }
    return text(application.path("status").path("sync").path("status"), "Unknown");
  }

  /** An operation that is asked for and not begun yet counts as running. */
  private static String operation(JsonNode application) {
    String phase =
        text(
            application.path("status").path("operationState").path("phase"), /* otherwise= */ null);
    boolean asked = application.path("operation").isObject();
    return asked && !UNFINISHED.contains(String.valueOf(phase)) ? "Running" : phase;
  }

  private static String error(JsonNode status) {
    return StreamSupport.stream(status.path("conditions").spliterator(), false)
        .filter(condition -> condition.path("type").asText().endsWith("Error"))
        .map(
            condition ->
                condition.path("type").asText() + ": " + condition.path("message").asText())
        .map(ApplicationReading::cut)
        .findFirst()
        .orElse(null);
  }

  private static String message(JsonNode application, String operation) {
    JsonNode state = application.path("status").path("operationState");
    if (operation != null && !operation.equals("Succeeded")) {
      String words = RETRY.matcher(state.path("message").asText()).replaceAll(" (retrying)");
      return cut(words + failedResource(state));
    }
    if (!Revisions.comparisonIsCurrent(application)) {
      return "Argo CD has not compared the cluster with the present specification yet";
    }
    return cut(application.path("status").path("health").path("message").asText());
  }

  private static String failedResource(JsonNode state) {
    String words = state.path("message").asText();
    return StreamSupport.stream(
            state.path("syncResult").path("resources").spliterator(), /* parallel= */ false)
        .filter(ApplicationReading::failed)
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

  private static boolean failed(JsonNode resource) {
    return resource.path("status").asText().equals("SyncFailed")
        || List.of("Failed", "Error").contains(resource.path("hookPhase").asText());
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
