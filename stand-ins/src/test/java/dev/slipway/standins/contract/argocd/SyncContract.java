package dev.slipway.standins.contract.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.contract.Eventually;
import org.junit.jupiter.api.Test;

/** How Argo CD puts an Application into the cluster. */
public abstract class SyncContract {
  private static final String SYNC =
      "{\"operation\": {\"initiatedBy\": {\"username\": \"contract\"},"
          + " \"sync\": {\"syncOptions\": [\"CreateNamespace=true\"]}}}";

  protected abstract ArgoCdWorld world();

  @Test
  void syncsByItselfAndSaysSo() {
    ApplicationUnderTest application = Draft.named(world(), "synced").from("plain").createAndSync();
    application.see("/status/health/status", "Healthy");
    JsonNode state = application.at("/status/operationState");
    assertThat(state.path("message").asText()).isEqualTo("successfully synced (all tasks run)");
    assertThat(state.at("/operation/initiatedBy/automated").asBoolean()).isTrue();
    assertThat(state.at("/syncResult/revision")).isEqualTo(application.at("/status/sync/revision"));
    assertThat(state.path("finishedAt").asText()).isNotEmpty();
    assertThat(application.at("/operation").isMissingNode()).isTrue();
  }

  @Test
  void saysWhatBecameOfEachObject() {
    ApplicationUnderTest application =
        Draft.named(world(), "results").from("plain").createAndSync();
    String results = "/status/operationState/syncResult/resources";
    assertThat(application.resources(results, "message"))
        .containsExactly(
            "namespace/contract-results created",
            "configmap/one created",
            "deployment.apps/web created");
    assertThat(application.resources(results, "status")).containsOnly("Synced");
    assertThat(application.resources(results, "syncPhase"))
        .containsExactly("PreSync", "Sync", "Sync");
    assertThat(application.resources(results, "hookPhase")).containsOnly("Running");
  }

  @Test
  void marksWhatItPutThere() {
    ApplicationUnderTest application = Draft.named(world(), "marked").from("plain").createAndSync();
    assertThat(application.annotations("one"))
        .containsEntry(
            "argocd.argoproj.io/tracking-id", "contract-marked:/ConfigMap:contract-marked/one");
  }

  @Test
  void syncsWhenAskedAndTakesTheQuestionAway() {
    ApplicationUnderTest application = Draft.named(world(), "manual").from("plain").create();
    application.see("/status/sync/status", "OutOfSync");
    application.patch(SYNC);
    application.see("/status/operationState/phase", "Succeeded");
    application.requires("/status/operationState/operation/initiatedBy/username", "contract");
    assertThat(application.at("/operation").isMissingNode()).isTrue();
    assertThat(application.map("one").getData()).containsEntry("key", "value");
  }

  @Test
  void waitsForAWaveToBeWell() {
    ApplicationUnderTest application =
        Draft.named(world(), "held-up").from("held-up").automated().create();
    application.see(
        "/status/operationState/message", "waiting for healthy state of apps/Deployment/slow");
    application.requires("/status/operationState/phase", "Running");
    application.requires("/status/health/status", "Progressing");
    assertThat(application.at("/operation").isObject()).isTrue();
    assertThat(application.map("second")).isNull();
  }

  @Test
  void appliesLowerWavesFirst() {
    ApplicationUnderTest application = Draft.named(world(), "waves").from("waves").createAndSync();
    assertThat(application.resources("/status/operationState/syncResult/resources", "name"))
        .containsExactly("contract-waves", "first", "second", "third");
    assertThat(application.resources("/status/operationState/syncResult/resources", "hookPhase"))
        .containsExactly("Running", "Succeeded", "Succeeded", "Running");
  }

  @Test
  void doesNotWaitForTheLastWave() {
    ApplicationUnderTest application =
        Draft.named(world(), "last-wave").from("last-wave").createAndSync();
    application.see("/status/health/status", "Progressing");
    application.requires("/status/operationState/phase", "Succeeded");
  }

  @Test
  void runsHooksAroundTheRest() {
    ApplicationUnderTest application = Draft.named(world(), "hooks").from("hooks").createAndSync();
    String results = "/status/operationState/syncResult/resources";
    assertThat(application.resources(results, "name"))
        .containsExactly("contract-hooks", "before", "between", "after");
    assertThat(application.resources(results, "syncPhase"))
        .containsExactly("PreSync", "PreSync", "Sync", "PostSync");
    assertThat(application.resources(results, "hookPhase"))
        .containsExactly("Running", "Succeeded", "Succeeded", "Succeeded");
    assertThat(application.resources("/status/resources", "name")).contains("between");
  }

  @Test
  void failsWithAHook() {
    ApplicationUnderTest application =
        Draft.named(world(), "failing-hook").from("failing-hook").automated().once().create();
    application.see("/status/operationState/phase", "Failed");
    application.requires(
        "/status/operationState/message",
        "one or more synchronization tasks completed unsuccessfully");
    JsonNode hook = application.at("/status/operationState/syncResult/resources/1");
    assertThat(hook.path("hookPhase").asText()).isEqualTo("Failed");
    assertThat(hook.path("message").asText())
        .isEqualTo("Job was active longer than specified deadline");
    assertThat(application.map("between")).isNull();
    application.see("/status/sync/status", "OutOfSync");
    Eventually.see(
        () ->
            assertThat(application.condition("SyncError"))
                .startsWith("Failed last sync attempt to"));
  }

  @Test
  void sleepsBeforeItTriesAgain() {
    ApplicationUnderTest application =
        Draft.named(world(), "asleep").from("missing-kind").automated().retrying().create();
    application.see("/status/operationState/retryCount", "1");
    JsonNode state = application.at("/status/operationState");
    assertThat(state.path("phase").asText()).isEqualTo("Running");
    assertThat(state.path("finishedAt").asText()).isNotEmpty();
    assertThat(state.path("message").asText())
        .matches(".*Retrying attempt #1 at \\d+:\\d+(AM|PM)\\.");
    assertThat(application.at("/operation").isObject()).isTrue();
  }

  @Test
  void doesNotApplyAKindThatIsNotServed() {
    ApplicationUnderTest application =
        Draft.named(world(), "no-kind").from("missing-kind").automated().once().create();
    application.see("/status/operationState/phase", "Failed");
    application.requires(
        "/status/operationState/message", "one or more synchronization tasks are not valid");
    JsonNode result = application.at("/status/operationState/syncResult/resources/0");
    assertThat(result.path("status").asText()).isEqualTo("SyncFailed");
    assertThat(result.path("message").asText())
        .startsWith(
            "The Kubernetes API could not find absent.slipway.dev/Mast for requested resource")
        .endsWith("Make sure the \"Mast\" CRD is installed on the destination cluster.");
  }

  @Test
  void appliesAKindTogetherWithItsDefinition() {
    ApplicationUnderTest application =
        Draft.named(world(), "definition").from("definition").createAndSync();
    assertThat(application.resources("/status/operationState/syncResult/resources", "kind"))
        .containsExactly("Namespace", "CustomResourceDefinition", "Keel");
  }

  @Test
  void triesFiveTimesWhereThePolicySaysNothing() {
    ApplicationUnderTest application =
        Draft.named(world(), "default-retry").from("missing-kind").automated().create();
    application.see("/status/operationState/retryCount", "1");
    JsonNode operation = application.at("/status/operationState/operation");
    assertThat(operation.at("/retry/limit").asInt()).isEqualTo(5);
    assertThat(operation.at("/sync/source/path").asText()).isEqualTo("missing-kind");
  }
}
