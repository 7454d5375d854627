package dev.slipway.standins.contract.releases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.contract.Json;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What a release of Helm leaves in a cluster. */
public abstract class ReleaseContract {
  /** The objects of the chart {@code contract}, version 1.2.3. */
  protected static final String MANIFEST =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: cargo, namespace: release-contract}
      data: {key: value}
      """;

  /** A client that may do everything. */
  protected abstract KubernetesClient client();

  /** Installs release {@code freight} of the chart into a namespace that it makes. */
  protected abstract void install();

  @Test
  void keepsARecord() {
    install();
    Secret record = record();
    assertThat(record.getType()).isEqualTo("helm.sh/release.v1");
    assertThat(record.getMetadata().getLabels())
        .containsEntry("owner", "helm")
        .containsEntry("name", "freight")
        .containsEntry("status", "deployed")
        .containsEntry("version", "1");
  }

  @Test
  void recordsWhatItInstalled() throws IOException {
    install();
    JsonNode content = content();
    assertThat(content.path("name").asText()).isEqualTo("freight");
    assertThat(content.path("namespace").asText()).isEqualTo("release-contract");
    assertThat(content.path("version").asInt()).isEqualTo(1);
    assertThat(content.at("/info/status").asText()).isEqualTo("deployed");
    assertThat(content.at("/chart/metadata/name").asText()).isEqualTo("contract");
    assertThat(content.at("/chart/metadata/version").asText()).isEqualTo("1.2.3");
    assertThat(content.path("manifest").asText()).contains("kind: ConfigMap", "name: cargo");
  }

  @Test
  void marksWhatItInstalled() {
    install();
    ConfigMap cargo =
        client().configMaps().inNamespace("release-contract").withName("cargo").require();
    assertThat(cargo.getData()).containsEntry("key", "value");
    assertThat(cargo.getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/managed-by", "Helm");
    assertThat(cargo.getMetadata().getAnnotations())
        .containsEntry("meta.helm.sh/release-name", "freight")
        .containsEntry("meta.helm.sh/release-namespace", "release-contract");
  }

  private Secret record() {
    return client()
        .secrets()
        .inNamespace("release-contract")
        .withName("sh.helm.release.v1.freight.v1")
        .require();
  }

  /** Helm encodes it once, and the API once more. */
  private JsonNode content() throws IOException {
    byte[] once = Base64.getDecoder().decode(record().getData().get("release"));
    byte[] zipped = Base64.getDecoder().decode(once);
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return Json.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
