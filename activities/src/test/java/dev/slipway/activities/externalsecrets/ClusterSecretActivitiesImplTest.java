package dev.slipway.activities.externalsecrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.TestActivities;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.workflows.contract.ClusterSecretActivities;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.packages.ArgoCdExternalSecret;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterSecretActivitiesImplTest {
  private static final ClusterSecret EXPECTED =
      new ClusterSecret(Map.of("path_routing", "true"), Map.of("domain", "example.com"));
  private static final Instant SOURCE = Instant.parse("2026-11-22T15:57:00.9Z");

  private List<ArgoCdExternalSecret> repositories =
      ArgoCdExternalSecret.of(
          new PackagesTree(
              Map.of(
                  "addons/values.yaml",
                  """
                  argocd:
                    enabled: true
                    additionalResources: [{type: manifests, manifestPath: manifests}]
                  """,
                  "argocd/manifests/repository.yaml",
                  "{kind: ExternalSecret, metadata: {name: github-app-org}}")));

  private final EmptyCluster cluster = new EmptyCluster();
  private final StoredExternalSecrets stored = new StoredExternalSecrets(cluster);
  private TestActivities temporal;
  private ClusterSecretActivities activities;

  @BeforeEach
  void activities() {
    cluster.createNamespace("argocd");
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    temporal =
        new TestActivities(
            new ClusterSecretActivitiesImpl(
                cluster.access(), platform -> EXPECTED, platform -> repositories, clock));
    activities = temporal.as(ClusterSecretActivities.class);
  }

  @AfterEach
  void close() {
    temporal.close();
    cluster.close();
  }

  @Test
  void isContentWhenBothAreReadyAndTheLabelsAreThoseOfTheConfiguration() {
    externalSecret("hub-cluster-secret", "ready");
    externalSecret("github-app-org", "ready");
    secret("hub-cluster", "true");
    secret("github-app-org", "true");
    assertThat(activities.checkClusterSecret(platform(), SOURCE)).isEqualTo(EXPECTED);
    assertThat(forceSync("hub-cluster-secret")).isNull();
  }

  @Test
  void waitsForNoCredentialsThatThePackagesDoNotBring() {
    repositories = List.of();
    externalSecret("hub-cluster-secret", "ready");
    secret("hub-cluster", "true");
    assertThat(activities.checkClusterSecret(platform(), SOURCE)).isEqualTo(EXPECTED);
  }

  @Test
  void namesStaleLabelsAndAsksForARefresh() {
    externalSecret("hub-cluster-secret", "ready");
    externalSecret("github-app-org", "ready");
    secret("hub-cluster", "false");
    secret("github-app-org", "false");
    assertThatThrownBy(() -> activities.checkClusterSecret(platform(), SOURCE))
        .rootCause()
        .hasMessageContaining("NOT_YET")
        .hasMessageContaining("label path_routing is \"false\" instead of \"true\"");
    assertThat(forceSync("hub-cluster-secret")).isEqualTo("slipway-1767323045");
    assertThat(labels("hub-cluster")).containsEntry("path_routing", "false");
  }

  @Test
  void asksOnlyTheOneThatIsNotReady() {
    externalSecret("hub-cluster-secret", "ready");
    externalSecret("github-app-org", "failing");
    assertThatThrownBy(() -> activities.checkClusterSecret(platform(), SOURCE))
        .rootCause()
        .hasMessageContaining("ExternalSecret argocd/github-app-org: SecretSyncedError");
    assertThat(forceSync("github-app-org")).isEqualTo("slipway-1767323045");
    assertThat(forceSync("hub-cluster-secret")).isNull();
  }

  @Test
  void waitsForARefreshAfterTheSourceWasChanged() {
    externalSecret("hub-cluster-secret", "ready");
    externalSecret("github-app-org", "ready");
    secret("hub-cluster", "true");
    secret("github-app-org", "true");
    Instant later = Instant.parse("2026-11-22T15:57:01.2Z");

    assertThatThrownBy(() -> activities.checkClusterSecret(platform(), later))
        .rootCause()
        .hasMessageContaining("github-app-org or its source was changed, and it is not refreshed");
    assertThat(forceSync("github-app-org")).isEqualTo("slipway-1767323045");
  }

  @Test
  void saysThatASecretIsMissing() {
    externalSecret("hub-cluster-secret", "ready");
    externalSecret("github-app-org", "ready");
    assertThatThrownBy(() -> activities.checkClusterSecret(platform(), SOURCE))
        .rootCause()
        .hasMessageContaining("Secret argocd/hub-cluster does not exist")
        .hasMessageContaining("Secret argocd/github-app-org does not exist");
  }

  private void externalSecret(String name, String fixture) {
    stored.create("argocd", name, fixture);
  }

  private void secret(String name, String pathRouting) {
    cluster
        .client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("argocd")
                .addToLabels("path_routing", pathRouting)
                .addToAnnotations("domain", "example.com")
                .endMetadata()
                .build())
        .create();
  }

  private Map<String, String> labels(String name) {
    return cluster
        .client()
        .secrets()
        .inNamespace("argocd")
        .withName(name)
        .get()
        .getMetadata()
        .getLabels();
  }

  private String forceSync(String name) {
    return stored.forceSync("argocd", name);
  }

  private static Platform platform() {
    return SamplePlatform.named("a").withPackages("digest");
  }
}
