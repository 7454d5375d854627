package dev.slipway.activities.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncRequestTest {
  @Test
  void replacesAnOperationThatSleepsUntilItsRetry() {
    KubernetesObject sleeping = ApplicationReadingTest.fixture("sleeping-retry");
    JsonNode patch = SyncRequest.patch(sleeping).orElseThrow();
    assertThat(patch.at("/metadata/resourceVersion"))
        .isEqualTo(sleeping.content().at("/metadata/resourceVersion"));
    assertThat(patch.at("/operation/initiatedBy/username").asText()).isEqualTo("slipway");
    assertThat(patch.at("/operation/retry/backoff/duration").asText()).isEqualTo("60s");
    assertThat(patch.at("/operation/sync/syncOptions").toString())
        .isEqualTo("[\"CreateNamespace=true\",\"ServerSideApply=true\"]");
    assertThat(patch.at("/status/operationState").isNull()).isTrue();
  }

  @Test
  void doesNotInheritTheRevisionOfTheReplacedOperation() {
    JsonNode patch =
        SyncRequest.patch(ApplicationReadingTest.fixture("sleeping-retry")).orElseThrow();
    assertThat(patch.at("/operation/sync/revisions").isNull()).isTrue();
    assertThat(patch.at("/operation/sync/sources").isNull()).isTrue();
    assertThat(patch.at("/operation/initiatedBy/automated").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync-given-up", "up", "degraded"})
  void asksWhereNoOperationIsAtWork(String situation) {
    assertThat(SyncRequest.patch(ApplicationReadingTest.fixture(situation))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync-asked-for", "first-sync-running", "retrying-now"})
  void leavesAnOperationAtWorkAlone(String situation) {
    assertThat(SyncRequest.patch(ApplicationReadingTest.fixture(situation))).isEmpty();
  }

  @Test
  void leavesAnApplicationAloneThatIsBeingDeleted() {
    KubernetesObject application = ApplicationReadingTest.fixture("sync-given-up");
    ((ObjectNode) application.content().path("metadata"))
        .put("deletionTimestamp", "2026-01-02T03:04:05Z");
    assertThat(SyncRequest.patch(application)).isEmpty();
  }

  @Test
  void asksForAComparisonWhereTheLastOneIsOld() {
    KubernetesObject waiting = ApplicationReadingTest.fixture("degraded");
    Instant reconciled = Instant.parse(waiting.content().at("/status/reconciledAt").asText());
    assertThat(SyncRequest.comparison(waiting, reconciled.plusSeconds(5))).isEmpty();
    JsonNode patch = SyncRequest.comparison(waiting, reconciled.plusSeconds(6)).orElseThrow();
    assertThat(patch.toString())
        .isEqualTo("{\"metadata\":{\"annotations\":{\"argocd.argoproj.io/refresh\":\"normal\"}}}");
    ((ObjectNode) waiting.content().path("metadata"))
        .set("annotations", patch.at("/metadata/annotations"));
    assertThat(SyncRequest.comparison(waiting, reconciled.plusSeconds(6))).isEmpty();
  }

  @Test
  void asksForAnotherReadingWhereTheChartWasMissing() {
    JsonNode patch =
        SyncRequest.patch(ApplicationReadingTest.fixture("chart-missing")).orElseThrow();
    assertThat(patch.at("/metadata/annotations").toString())
        .isEqualTo("{\"argocd.argoproj.io/refresh\":\"hard\"}");
    assertThat(patch.has("operation")).isFalse();
  }
}
