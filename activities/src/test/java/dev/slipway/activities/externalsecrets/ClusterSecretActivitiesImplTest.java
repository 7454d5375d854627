package dev.slipway.activities.externalsecrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.eks.OneCluster;
import dev.slipway.workflows.contract.ClusterSecretActivities;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.contract.Packages;
import dev.slipway.workflows.contract.Payloads;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.contract.Target;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.PlatformConfig;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true, https = false)
class ClusterSecretActivitiesImplTest {
  private static final ClusterSecret EXPECTED =
      new ClusterSecret(Map.of("path_routing", "true"), Map.of("domain", "example.com"));
  private static final Instant SOURCE = Instant.parse("2026-11-22T15:57:00.9Z");
  private static final CustomResourceDefinitionContext EXTERNAL_SECRET =
      new CustomResourceDefinitionContext.Builder()
          .withGroup("external-secrets.io")
          .withVersion("v1")
          .withKind("ExternalSecret")
          .withPlural("externalsecrets")
          .withScope("Namespaced")
          .build();

  KubernetesClient client;
  KubernetesMockServer server;
  private TestActivityEnvironment temporal;
  private ClusterSecretActivities activities;

  @BeforeEach
  void activities() {
    server.expectCustomResource(EXTERNAL_SECRET);
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    temporal =
        TestActivityEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build())
                .build());
    temporal.registerActivitiesImplementations(
        new ClusterSecretActivitiesImpl(new OneCluster(client), platform -> EXPECTED, clock));
    activities =
        temporal.newActivityStub(
            ClusterSecretActivities.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(30))
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .build());
  }

  @AfterEach
  void close() {
    temporal.close();
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
    ObjectNode object = ExternalSecretReadingTest.fixture(fixture);
    ((ObjectNode) object.path("metadata")).put("name", name);
    ((ObjectNode) object.path("status")).put("syncedResourceVersion", "1-of-the-first-generation");
    client
        .genericKubernetesResources(EXTERNAL_SECRET)
        .inNamespace("argocd")
        .resource(
            client
                .getKubernetesSerialization()
                .unmarshal(object.toString(), GenericKubernetesResource.class))
        .create();
  }

  private void secret(String name, String pathRouting) {
    client
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
    return client.secrets().inNamespace("argocd").withName(name).get().getMetadata().getLabels();
  }

  private String forceSync(String name) {
    Map<String, String> annotations =
        client
            .genericKubernetesResources(EXTERNAL_SECRET)
            .inNamespace("argocd")
            .withName(name)
            .get()
            .getMetadata()
            .getAnnotations();
    return annotations == null ? null : annotations.get("force-sync");
  }

  private static Platform platform() {
    ClusterId cluster = new ClusterId("123456789012", "eu-west-3", "a");
    PlatformConfig.Repo repo = new PlatformConfig.Repo("https://example.com/r", "main", "packages");
    PlatformConfig config =
        new PlatformConfig(
            repo, "a", true, "eu-west-3", "example.com", "Z123", true, "cnoe", Map.of());
    return new Platform(new Target(cluster, null), config, new Packages("digest", null));
  }
}
