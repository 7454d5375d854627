package dev.slipway.activities.helm.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.AcmePlatform;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AdoptionExaminerTest {
  private static final Platform ALPHA = AcmePlatform.of("alpha", "a.example.com");
  private static final Change ADOPTED =
      new Change(
          "ADOPT",
          "installation",
          "release argocd/argocd (argo-cd 9.5.0) and what they brought count as this installation's");

  private final EmptyCluster cluster = new EmptyCluster();
  private final Findings findings = new Findings();

  @BeforeEach
  void createNamespace() {
    cluster.createNamespace("argocd");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void findsNothingOnAnEmptyCluster() {
    examine(AcmePlatform.unattended(ALPHA, false));

    assertThat(findings.changes()).isEmpty();
    assertThat(findings.blockers()).isEmpty();
  }

  @Test
  void asksWhoDecidesOnThePlan() {
    releaseMadeBy("Install complete");

    examine(AcmePlatform.examined(ALPHA));

    assertThat(findings.changes()).containsExactly(ADOPTED);
    assertThat(findings.warnings()).isEmpty();
    assertThat(findings.blockers()).isEmpty();
  }

  @Test
  void takesNothingOverWhereNobodyIsAsked() {
    releaseMadeBy("Install complete");

    examine(AcmePlatform.unattended(ALPHA, false));

    assertThat(findings.blockers())
        .containsExactly(
            new Finding(
                "installation",
                "Slipway did not make it, and nobody is asked whether it may take it over:"
                    + " let a person approve the plan, or say that it is meant: allowAdoption"));
  }

  @Test
  void takesOverWhereThatIsMeant() {
    releaseMadeBy("Install complete");

    examine(AcmePlatform.unattended(ALPHA, true));

    assertThat(findings.changes()).containsExactly(ADOPTED);
    assertThat(findings.blockers()).isEmpty();
  }

  @Test
  void writesALostRecordAnewUnasked() {
    releaseMadeBy("Slipway: argo-cd 9.5.0 with values 1");

    examine(AcmePlatform.unattended(ALPHA, false));

    assertThat(findings.changes()).containsExactly(ADOPTED);
    assertThat(findings.warnings())
        .containsExactly(
            new Finding(
                "installation", "Slipway made it, and its record is gone: it is written anew"));
    assertThat(findings.blockers()).isEmpty();
  }

  @Test
  void saysNothingOfAnInstallationThatIsRemembered() {
    releaseMadeBy("Install complete");
    remember();

    examine(AcmePlatform.unattended(ALPHA, false));

    assertThat(findings.changes()).isEmpty();
    assertThat(findings.blockers()).isEmpty();
  }

  @Test
  void doesNotTakeWhatItMayNotReadForAbsent() {
    cluster.server().deny("get", "", "configmaps");

    assertThatThrownBy(() -> examine(AcmePlatform.examined(ALPHA)))
        .hasMessageContaining("ACCESS_DENIED")
        .hasMessageContaining("slipway-installation");
  }

  private void examine(ExamineRequest request) {
    new AdoptionExaminer(cluster.access()).examine(request, findings);
  }

  private void releaseMadeBy(String description) {
    new HelmRecords(cluster.client()).write(1, "deployed", description);
  }

  private void remember() {
    cluster
        .client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("slipway-installation")
                .withNamespace("kube-system")
                .endMetadata()
                .build())
        .create();
  }
}
