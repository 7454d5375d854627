package dev.slipway.activities.helm.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.eks.EmptyCluster;
import io.fabric8.kubernetes.api.model.SecretBuilder;
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
  void readsWhatHelmWrote() {
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
  void dropsEveryHalfMadeRevisionFromTheTop() {
    record(1, "superseded");
    record(2, "failed");
    record(3, "pending-upgrade");

    records().dropHalfMade();

    assertThat(records().newest()).hasValueSatisfying(top -> assertThat(top.number()).isOne());
  }

  @Test
  void leavesTheDeployedAlone() {
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

  private void record(int revision, String status) {
    new HelmRecords(cluster.client()).write(revision, status, "why");
  }
}
