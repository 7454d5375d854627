package dev.slipway.standins.contract.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.contract.Eventually;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How Argo CD says what it sees. */
public abstract class ComparisonContract {
  protected abstract ArgoCdWorld world();

  @Test
  void seesThatNothingIsThereYet() {
    ApplicationUnderTest application = Draft.named(world(), "absent").from("plain").create();
    application.see("/status/sync/status", "OutOfSync");
    application.requires("/status/health/status", "Missing");
    application.requires("/status/sync/comparedTo/source/path", "plain");
    assertThat(application.at("/status/sync/revision").asText()).hasSize(40);
  }

  @Test
  void listsResources() {
    ApplicationUnderTest application = Draft.named(world(), "listed").from("plain").create();
    application.see("/status/sync/status", "OutOfSync");
    assertThat(application.at("/status/resources")).hasSize(2);
    JsonNode deployment = application.at("/status/resources/1");
    assertThat(deployment.path("group").asText()).isEqualTo("apps");
    assertThat(deployment.path("version").asText()).isEqualTo("v1");
    assertThat(deployment.path("kind").asText()).isEqualTo("Deployment");
    assertThat(deployment.path("namespace").asText()).isEqualTo("contract-listed");
    assertThat(deployment.path("name").asText()).isEqualTo("web");
    assertThat(deployment.path("status").asText()).isEqualTo("OutOfSync");
  }

  @Test
  void showsNoHealthOfResources() {
    ApplicationUnderTest application = Draft.named(world(), "shown").from("plain").createAndSync();
    application.see("/status/health/status", "Healthy");
    assertThat(application.resources("/status/resources", "status"))
        .containsExactly("Synced", "Synced");
    assertThat(application.at("/status/resources/1").has("health")).isFalse();
  }

  @Test
  void isHealthyAndUnknownWhereTheChartCannotBeFetched() {
    ApplicationUnderTest application =
        Draft.named(world(), "nowhere").fromNowhere().automated().create();
    application.see("/status/sync/status", "Unknown");
    application.requires("/status/health/status", "Healthy");
    assertThat(application.condition("ComparisonError"))
        .startsWith("Failed to load target state: failed to generate manifest for source 1 of 1:");
    assertThat(application.at("/status/operationState").isMissingNode()).isTrue();
  }

  @Test
  void isDegradedWithItsWorkload() {
    ApplicationUnderTest application =
        Draft.named(world(), "degraded").from("degraded").automated().create();
    application.see("/status/health/status", "Degraded");
    application.requires("/status/sync/status", "Synced");
    application.requires("/status/operationState/phase", "Succeeded");
  }

  @Test
  void comparesAgainWhenAsked() {
    ApplicationUnderTest application = Draft.named(world(), "asked").from("plain").create();
    application.see("/status/sync/status", "OutOfSync");
    Instant before = Instant.parse(application.at("/status/reconciledAt").asText());
    Eventually.see(() -> assertThat(Instant.now()).isAfter(before.plusSeconds(1)));
    application.refresh();
    Eventually.see(
        () ->
            assertThat(Instant.parse(application.at("/status/reconciledAt").asText()))
                .isAfter(before));
    assertThat(application.at("/metadata/annotations").has("argocd.argoproj.io/refresh")).isFalse();
  }

  @Test
  void seesWhatSomebodyHasChanged() {
    ApplicationUnderTest application = Draft.named(world(), "changed").from("kept").createAndSync();
    application.client().resource(application.map("gone")).delete();
    application.see("/status/sync/status", "OutOfSync");
    assertThat(application.resources("/status/resources", "status"))
        .containsExactlyInAnyOrder("Synced", "OutOfSync");
  }

  @Test
  void knowsNothingOfAnApplicationForAClusterThatItDoesNotKnow() {
    ApplicationUnderTest application =
        Draft.named(world(), "lost").from("plain").to("unknown-cluster").create();
    application.see("/status/sync/status", "Unknown");
    application.requires("/status/health/status", "Unknown");
    assertThat(application.condition("InvalidSpecError"))
        .contains("there are no clusters with this name: unknown-cluster");
  }

  @Test
  void knowsNothingOfAnApplicationWhoseClusterIsGone() {
    world().client().resource(Clusters.named("comparison-contract")).create();
    ApplicationUnderTest application =
        Draft.named(world(), "cut").from("plain").to("comparison-contract").create();
    application.see("/status/sync/status", "OutOfSync");
    world().client().resource(Clusters.named("comparison-contract")).delete();
    application.refresh();
    application.see("/status/sync/status", "Unknown");
  }
}
