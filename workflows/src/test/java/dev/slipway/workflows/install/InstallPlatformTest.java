package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.contract.UrlActivities.Probe;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InstallPlatformTest {
  private final InstallHarness install = new InstallHarness();

  @AfterEach
  void close() {
    install.close();
  }

  @Test
  void doesTheStepsInTheWrittenOrder() {
    install.startUnattended().report();

    assertThat(install.world.done)
        .startsWith("claim", "record approval of null", "secrets")
        .endsWith(
            "manifests external-secrets",
            "manifests argocd",
            "cluster secret",
            "helm addons-appset",
            "record outcome",
            "release")
        .contains("helm argocd", "helm external-secrets");
  }

  @Test
  void reportsReleasesApplicationsAndUrlsOfWhatIsThere() {
    InstallReport report = install.startUnattended().report();

    assertThat(report.releases())
        .extracting(release -> release.name())
        .containsExactly("argocd", "external-secrets", "addons-appset");
    assertThat(report.applications()).containsExactly("keycloak-idp", "backstage-idp");
    assertThat(report.urls())
        .extracting(Probe::url)
        .containsExactly("https://idp.example.org", "https://idp.example.org/keycloak");
  }

  @Test
  void changesNothingWhenPreflightFindsABlocker() {
    install.world.blocks("secret", "belongs to cluster other");
    install.world.blocks("zone", "does not cover the domain");

    assertThat(install.startUnattended().failure().getOriginalMessage())
        .isEqualTo("secret: belongs to cluster other; zone: does not cover the domain");
    assertThat(install.world.done).isEmpty();
  }

  @Test
  void refusesTheConfigOfAnotherCluster() {
    install.start(
        "{\"account\":\"123456789012\",\"region\":\"us-east-1\",\"cluster\":\"other\","
            + "\"configFile\":\"config.yaml\",\"approval\":\"notRequired\"}");

    var failure = install.failure();

    assertThat(failure.getType()).isEqualTo("INVALID_CONFIG");
    assertThat(failure.getOriginalMessage())
        .isEqualTo(
            "cluster_name: \"idp\" is not the cluster of the request, \"other\";"
                + " region: \"eu-west-3\" is not the region of the request, \"us-east-1\"");
  }

  @Test
  void keepsTheWarningsInTheReport() {
    install.world.warns("Pod Identity", "could not be looked at");

    assertThat(install.startUnattended().report().warnings())
        .contains("Pod Identity: could not be looked at");
  }

  @Test
  void retriesWhileTheApiServerIsDown() {
    install.world.apiServerDownForAttempts(5);

    assertThat(install.startUnattended().report().applications()).isNotEmpty();
  }

  @Test
  void failsWithTheExternalSecretsOwnMessage() {
    install.world.clusterSecretNeverReady("AccessDeniedException: not authorized");

    var failure = install.startUnattended().failure();

    assertThat(failure.getType()).isEqualTo("CLUSTER_SECRET_NOT_READY");
    assertThat(failure.getOriginalMessage())
        .isEqualTo("gave up: AccessDeniedException: not authorized");
  }

  @Test
  void namesTheApplicationThatNeverBecomesHealthy() {
    install.world.neverHealthy("backstage-idp");

    var failure = install.startUnattended().failure();

    assertThat(failure.getType()).isEqualTo("APPLICATIONS_NOT_HEALTHY");
    assertThat(failure.getOriginalMessage())
        .contains("after PT1H")
        .contains("backstage-idp: sync Unknown, health Healthy: chart not found")
        .contains("Pod backstage-0: ErrImagePull");
  }

  @Test
  void givesTheClusterBackWhenAStepFails() {
    install.world.clusterSecretNeverReady("no");

    install.startUnattended().failure();

    assertThat(install.world.done).endsWith("release");
  }

  @Test
  void namesTheOwnerOfAClaimedCluster() {
    install.world.ownedBy("workflow platform/other");

    var failure = install.startUnattended().failure();

    assertThat(failure.getType()).isEqualTo("CLUSTER_OWNED");
    assertThat(failure.getOriginalMessage()).contains("workflow platform/other");
  }

  @Test
  void showsTheFailureInTheProgress() {
    install.world.clusterSecretNeverReady("no permission");
    install.startUnattended().failure();

    var progress = install.query("progress");

    assertThat(progress.get("status").asText()).isEqualTo("FAILED");
    assertThat(progress.get("failure").asText())
        .startsWith("CLUSTER_SECRET_NOT_READY: gave up: no permission\nExternal Secrets did not");
  }

  @Test
  void settlesForTenSeconds() {
    var steps = install.startUnattended().report().steps();

    var settle = steps.get(7);
    assertThat(settle.step()).isEqualTo("SETTLE");
    assertThat(Duration.between(settle.startedAt(), settle.finishedAt()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void showsThatNoApprovalWasRequired() {
    var approval = install.startUnattended().report().steps().get(1);

    assertThat(approval.status()).isEqualTo("NOT_REQUIRED");
    assertThat(approval.statusTitle()).isEqualTo("not required");
    assertThat(approval.startedAt()).isNull();
  }

  @Test
  void showsNoStepRunningAfterACancel() {
    install.world.clusterSecretNeverReady("wait");
    install.startUnattended().pass(Duration.ofSeconds(30)).cancel();
    install.pass(Duration.ofSeconds(10));

    var progress = install.query("progress");

    assertThat(progress.get("status").asText()).isEqualTo("CANCELLED");
    assertThat(progress.at("/steps/6/status").asText()).isEqualTo("CANCELLED");
    assertThat(progress.get("steps").toString()).doesNotContain("RUNNING");
    assertThat(install.world.done).endsWith("release");
  }
}
