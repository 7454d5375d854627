package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A world that does not do its part is named, and the cluster is given back. */
@Timeout(60)
class InstallFailuresTest {
  private final InstallHarness install = new InstallHarness();

  @AfterEach
  void close() {
    install.close();
  }

  @Test
  void changesNothingWhenPreflightFindsABlocker() {
    install.world.preflight().blocks("secret", "belongs to cluster other");
    install.world.preflight().blocks("zone", "does not cover the domain");

    assertThat(install.startUnattended().failure().getOriginalMessage())
        .isEqualTo("secret: belongs to cluster other; zone: does not cover the domain");
    assertThat(install.world.done()).isEmpty();
  }

  @Test
  void retriesWhileTheApiServerIsDown() {
    install.world.bootstrap().apiServerDownForAttempts(5);

    assertThat(install.startUnattended().report().applications()).isNotEmpty();
  }

  @Test
  void failsWithTheExternalSecretsOwnMessage() {
    install.world.externalSecrets().neverReady("AccessDeniedException: not authorized");

    var failure = install.startUnattended().failure();

    assertThat(failure.getType()).isEqualTo("CLUSTER_SECRET_NOT_READY");
    assertThat(failure.getOriginalMessage())
        .isEqualTo("gave up: AccessDeniedException: not authorized");
  }

  @Test
  void namesTheApplicationThatNeverBecomesHealthy() {
    install.world.argoCd().neverHealthy("backstage-idp");

    var failure = install.startUnattended().failure();

    assertThat(failure.getType()).isEqualTo("APPLICATIONS_NOT_HEALTHY");
    assertThat(failure.getOriginalMessage())
        .contains("after PT1H")
        .contains("backstage-idp: sync Unknown, health Healthy: chart not found")
        .contains("Pod backstage-0: ErrImagePull");
  }

  @Test
  void givesTheClusterBackWhenAStepFails() {
    install.world.externalSecrets().neverReady("no");

    install.startUnattended().failure();

    assertThat(install.world.done()).endsWith("release");
  }

  @Test
  void namesTheOwnerOfAClaimedCluster() {
    install.world.lease().ownedBy("workflow platform/other");

    var failure = install.startUnattended().failure();

    assertThat(failure.getType()).isEqualTo("CLUSTER_OWNED");
    assertThat(failure.getOriginalMessage()).contains("workflow platform/other");
  }

  @Test
  void showsTheFailureInTheProgress() {
    install.world.externalSecrets().neverReady("no permission");
    install.startUnattended().failure();

    var progress = install.query("progress");

    assertThat(progress.get("status").asText()).isEqualTo("FAILED");
    assertThat(progress.get("failure").asText())
        .startsWith("CLUSTER_SECRET_NOT_READY: gave up: no permission\nExternal Secrets did not");
  }

  @Test
  void showsNoStepRunningAfterACancel() {
    install.world.externalSecrets().neverReady("wait");
    install.startUnattended().pass(Duration.ofSeconds(30)).cancel();
    install.pass(Duration.ofSeconds(10));

    var progress = install.query("progress");

    assertThat(progress.get("status").asText()).isEqualTo("CANCELLED");
    assertThat(progress.at("/steps/6/status").asText()).isEqualTo("CANCELLED");
    assertThat(progress.get("steps").toString()).doesNotContain("RUNNING");
    assertThat(install.world.done()).endsWith("release");
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
}
