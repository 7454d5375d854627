package dev.slipway.activities.helm.releases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.eks.EmptyCluster;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReleaseRecordsTest {
  private final EmptyCluster cluster = new EmptyCluster();

  @BeforeEach
  void createNamespace() {
    cluster.createNamespace("argocd");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void readsWhatHelmWrote() throws IOException {
    record(9, "superseded");
    record(10, "deployed");

    assertThat(records().newest())
        .hasValueSatisfying(
            revision -> {
              assertThat(revision.number()).isEqualTo(10);
              assertThat(revision.isDeployed()).isTrue();
              assertThat(revision.chart()).isEqualTo("argo-cd");
              assertThat(revision.chartVersion()).isEqualTo("9.5.0");
              assertThat(revision.description()).isEqualTo("why");
              assertThat(revision.manifest()).contains("kind: Deployment", "kind: Crd");
            });
  }

  @Test
  void dropsEveryHalfMadeRevisionFromTheTop() throws IOException {
    record(1, "superseded");
    record(2, "failed");
    record(3, "pending-upgrade");

    records().dropHalfMade();

    assertThat(records().newest()).hasValueSatisfying(top -> assertThat(top.number()).isOne());
  }

  @Test
  void leavesTheDeployedAlone() throws IOException {
    record(1, "deployed");
    records().dropHalfMade();
    assertThat(records().newest()).isPresent();
  }

  @Test
  void looksOnlyAtItsOwnRelease() {
    assertThat(records().newest()).isEmpty();
  }

  @Test
  void saysWhichSecretIsNoRelease() {
    cluster
        .client()
        .secrets()
        .inNamespace("argocd")
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("sh.helm.release.v1.argocd.v1")
                .addToLabels("owner", "helm")
                .addToLabels("name", "argocd")
                .endMetadata()
                .addToData("release", "bm9uc2Vuc2U=")
                .build())
        .create();

    assertThatThrownBy(() -> records().newest())
        .hasMessageContaining("RELEASE_OWNED")
        .hasMessageContaining("sh.helm.release.v1.argocd.v1");
  }

  private ReleaseRecords records() {
    return new ReleaseRecords(cluster.client(), "argocd", "argocd");
  }

  private void record(int revision, String status) throws IOException {
    String crd = Base64.getEncoder().encodeToString("kind: Crd".getBytes(UTF_8));
    String release =
        """
        {"version": %d, "info": {"status": "%s", "description": "why"}, "manifest": "kind: Deployment",
        "chart": {"metadata": {"name": "argo-cd", "version": "9.5.0"},
        "files": [{"name": "crds/a.yaml", "data": "%s"}, {"name": "README.md", "data": ""}]}}
        """
            .formatted(revision, status, crd);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(release.getBytes(UTF_8));
    }
    byte[] inner = Base64.getEncoder().encode(zipped.toByteArray());
    cluster
        .client()
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
}
