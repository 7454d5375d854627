package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.contract.UrlActivities.Probe;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An install in a world that does its part. */
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

    assertThat(install.world.done())
        .startsWith("claim under d1ce57000001", "record approval of null", "secrets")
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
  void keepsTheWarningsInTheReport() {
    install.world.preflight().warns("Pod Identity", "could not be looked at");

    assertThat(install.startUnattended().report().warnings())
        .contains("Pod Identity: could not be looked at");
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
}
