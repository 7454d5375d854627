package dev.slipway.activities.prerequisites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.eks.OneCluster;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.platform.SamplePlatform;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RightsExaminerTest {
  private final EmptyCluster cluster = new EmptyCluster();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void asksAnAdministratorOnce() {
    Findings findings = findings(cluster.client());
    assertThat(findings.blockers()).isEmpty();
    assertThat(findings.warnings()).isEmpty();
    assertThat(cluster.server().requests()).hasSize(1);
  }

  @Test
  void namesEveryRightThatIsMissing() {
    cluster.server().deny("create", "", "namespaces");
    assertThat(findings(cluster.client()).blockers())
        .containsExactly(
            new Finding("rights in the cluster", "the caller may not create namespaces"));
  }

  @Test
  void doesNotTakeSilenceForAYes() {
    try (MuteApiServer mute = new MuteApiServer();
        KubernetesClient client = mute.client()) {
      Findings findings = findings(client);
      assertThat(findings.blockers())
          .extracting(Finding::subject)
          .containsExactly("rights in the cluster");
    }
  }

  private static Findings findings(KubernetesClient client) {
    Findings findings = new Findings();
    new RightsExaminer(new OneCluster(client))
        .examine(
            new ExamineRequest(
                SamplePlatform.named("a").withPackages("digest"),
                new Owner("default", "w", "r"),
                CredentialsSource.WORKER,
                false,
                false,
                false,
                false,
                List.of()),
            findings);
    return findings;
  }
}
