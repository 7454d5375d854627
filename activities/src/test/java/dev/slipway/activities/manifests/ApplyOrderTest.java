package dev.slipway.activities.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.helm.rendering.ManifestFolder.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApplyOrderTest {
  @Test
  void namespacesAndCrdsComeFirstAndStoresBeforeTheirReaders() {
    assertThat(
            order(
                manifest("ExternalSecret", "a", "0"),
                manifest("ClusterSecretStore", "b", "0"),
                manifest("ServiceAccount", "c", "0"),
                manifest("CustomResourceDefinition", "d", "0"),
                manifest("Namespace", "e", "3")))
        .containsExactly("e", "d", "c", "b", "a");
  }

  @Test
  void wavesCountBeforeKindsAndFilesAfterBoth() {
    assertThat(
            order(
                manifest("ExternalSecret", "late", "10"),
                manifest("ClusterSecretStore", "later", "20"),
                manifest("Job", "first", "-1"),
                manifest("ExternalSecret", "one", "0"),
                manifest("AppProject", "two", "0")))
        .containsExactly("first", "one", "two", "late", "later");
  }

  private static List<String> order(Manifest... manifests) {
    return ApplyOrder.of(List.of(manifests)).stream().map(Manifest::file).toList();
  }

  private static Manifest manifest(String kind, String file, String wave) {
    ObjectNode content = JsonNodeFactory.instance.objectNode().put("kind", kind);
    content
        .putObject("metadata")
        .putObject("annotations")
        .put("argocd.argoproj.io/sync-wave", wave);
    return new Manifest(file, content);
  }
}
