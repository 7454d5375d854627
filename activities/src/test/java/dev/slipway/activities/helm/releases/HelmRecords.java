package dev.slipway.activities.helm.releases;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Writes what Helm writes of chart {@code argo-cd}, installed as {@code argocd/argocd}. */
final class HelmRecords {
  private final KubernetesClient client;

  HelmRecords(KubernetesClient client) {
    this.client = client;
  }

  void write(int revision, String status, String description) {
    String crd = Base64.getEncoder().encodeToString("kind: Crd".getBytes(UTF_8));
    String release =
        """
        {"version": %d, "info": {"status": "%s", "description": "%s"}, "manifest": "kind: Deployment",
        "chart": {"metadata": {"name": "argo-cd", "version": "9.5.0"},
        "files": [{"name": "crds/a.yaml", "data": "%s"}, {"name": "README.md", "data": ""}]}}
        """
            .formatted(revision, status, description, crd);
    byte[] inner = Base64.getEncoder().encode(zipped(release));
    client
        .secrets()
        .inNamespace("argocd")
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("sh.helm.release.v1.argocd.v" + revision)
                .addToLabels("owner", "helm")
                .addToLabels("name", "argocd")
                .endMetadata()
                .addToData("release", Base64.getEncoder().encodeToString(inner))
                .build())
        .create();
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
