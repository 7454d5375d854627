package dev.slipway.activities.externalsecrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The objects and Events were recorded from External Secrets 0.20.4. */
class ExternalSecretReadingTest {
  @Test
  void hasNoProblemWhenReady() {
    assertThat(reading(fixture("ready")).problem()).isEmpty();
  }

  @Test
  void addsWhatOnlyTheNewestEventSays() {
    KubernetesObject github = new KubernetesObject(fixture("failing"));
    ((ObjectNode) github.content().path("metadata")).put("name", "github-app-org");
    assertThat(
            new ExternalSecretReading("github-app-org", github, events(), Instant.EPOCH).problem())
        .contains(
            "ExternalSecret argocd/github-app-org: SecretSyncedError: could not get secret data"
                + " from provider; UpdateFailed: error processing spec.data[0] (key: cnoe-ref-impl/github-app),"
                + " err: Secret does not exist");
  }

  @Test
  void asksForTheControllerWhereNobodyLooked() {
    ObjectNode untouched = fixture("failing");
    untouched.remove("status");
    assertThat(reading(untouched).problem())
        .contains(
            "ExternalSecret argocd/hub-cluster-secret has no status: is the External Secrets"
                + " controller running?");
  }

  @Test
  void isNotReadyBeforeAChangedSpecWasRefreshed() {
    ObjectNode changed = fixture("ready");
    ((ObjectNode) changed.path("metadata")).put("generation", 4);
    assertThat(reading(changed).isReady()).isFalse();
    assertThat(reading(changed).problem())
        .contains(
            "ExternalSecret argocd/hub-cluster-secret or its source was changed, and it is not refreshed yet");
  }

  @Test
  void saysThatItDoesNotExist() {
    assertThat(reading(MissingNode.getInstance()).problem())
        .contains("ExternalSecret argocd/hub-cluster-secret does not exist");
  }

  static ObjectNode fixture(String name) {
    try (InputStream file = ExternalSecretReadingTest.class.getResourceAsStream(name + ".json")) {
      return (ObjectNode) new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static ExternalSecretReading reading(JsonNode object) {
    return new ExternalSecretReading(
        "hub-cluster-secret", new KubernetesObject(object), List.of(), Instant.EPOCH);
  }

  private static List<KubernetesObject> events() {
    return StreamSupport.stream(fixture("events").path("items").spliterator(), false)
        .map(KubernetesObject::new)
        .toList();
  }
}
