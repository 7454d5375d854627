package dev.slipway.activities.argocd.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.SampleObject;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherClustersTest {
  private static final ClusterSecret OWN =
      new ClusterSecret(Map.of("clusterName", "alpha"), Map.of());
  private static final JsonNode KEYCLOAK =
      SampleObject.yaml(
              """
              metadata: {name: keycloak}
              spec:
                generators: [{clusters: {selector: {matchLabels: {environment: control-plane}}}}]
                template: {spec: {source: {repoURL: '{{ .metadata.annotations.repo }}'}}}
              """)
          .content();

  @Test
  void blocksOneThatLacksWhatTheTemplatesRead() {
    Findings seen = examine("{environment: control-plane, clusterName: beta}", "{}");
    assertThat(seen.blockers()).hasSize(1);
    assertThat(seen.blockers().get(0).subject()).isEqualTo("Secret argocd/by-hand");
    assertThat(seen.blockers().get(0).message())
        .contains("(keycloak)", "it lacks annotations repo")
        .contains("kubectl label secret -n argocd by-hand argocd.argoproj.io/secret-type-");
  }

  @Test
  void blocksOneUnderTheNameOfThisCluster() {
    Findings seen = examine("{environment: control-plane, clusterName: alpha}", "{repo: r}");
    assertThat(seen.blockers().get(0).message()).contains("two would claim the same Applications");
  }

  @Test
  void warnsOfOneThatGetsTheAddonsToo() {
    Findings seen = examine("{environment: control-plane, clusterName: beta}", "{repo: r}");
    assertThat(seen.blockers()).isEmpty();
    assertThat(seen.warnings().get(0).message()).contains("the addons are installed there, too");
  }

  @Test
  void isSilentAboutOneThatNothingSelects() {
    Findings seen = examine("{environment: spoke}", "{}");
    assertThat(seen.blockers()).isEmpty();
    assertThat(seen.warnings()).isEmpty();
  }

  private static Findings examine(String labels, String annotations) {
    Findings findings = new Findings();
    String secret = "metadata: {name: by-hand, labels: %s, annotations: %s}";
    new OtherClusters(OWN, List.of(KEYCLOAK))
        .examine(List.of(SampleObject.yaml(secret.formatted(labels, annotations))), findings);
    return findings;
  }
}
