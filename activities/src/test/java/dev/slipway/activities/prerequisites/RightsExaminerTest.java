package dev.slipway.activities.prerequisites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.eks.OneCluster;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.CredentialsSource;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.Packages;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.contract.Target;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.PlatformConfig;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(https = false)
class RightsExaminerTest {
  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

  KubernetesClient client;
  KubernetesMockServer server;

  @Test
  void asksAnAdministratorOnce() {
    server.expect().post().withPath(REVIEWS).andReturn(201, answer(true)).always();
    Findings findings = findings();
    assertThat(findings.blockers()).isEmpty();
    assertThat(findings.warnings()).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void namesEveryRightThatIsMissing() {
    server.expect().post().withPath(REVIEWS).andReturn(201, answer(false)).times(2);
    server.expect().post().withPath(REVIEWS).andReturn(201, answer(true)).always();
    assertThat(findings().blockers())
        .containsExactly(
            new Finding("rights in the cluster", "the caller may not create namespaces"));
  }

  @Test
  void doesNotTakeSilenceForAYes() {
    SelfSubjectAccessReview silence = new SelfSubjectAccessReview();
    server.expect().post().withPath(REVIEWS).andReturn(201, silence).always();
    Findings findings = findings();
    assertThat(findings.blockers()).isEmpty();
    assertThat(findings.warnings())
        .extracting(Finding::subject)
        .containsExactly("rights in the cluster");
  }

  private static SelfSubjectAccessReview answer(boolean allowed) {
    return new SelfSubjectAccessReviewBuilder()
        .withNewStatus()
        .withAllowed(allowed)
        .endStatus()
        .build();
  }

  private Findings findings() {
    PlatformConfig.Repo repo = new PlatformConfig.Repo("https://example.com/r", "main", "packages");
    PlatformConfig config =
        new PlatformConfig(
            repo, "a", true, "eu-west-3", "example.com", "Z1", true, "cnoe", Map.of());
    Target target = new Target(new ClusterId("123456789012", "eu-west-3", "a"), null);
    Findings findings = new Findings();
    new RightsExaminer(new OneCluster(client))
        .examine(
            new ExamineRequest(
                new Platform(target, config, new Packages("digest", null)),
                new Owner("default", "w", "r"),
                CredentialsSource.WORKER,
                false),
            findings);
    return findings;
  }
}
