package dev.slipway.activities.argocd.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.argocd.impact.BlastRadius.Loss;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.SampleObject;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {
  private static final Map<String, String> PRESENT =
      Map.of("clusterName", "alpha", "auto_mode", "false");
  private static final Map<String, String> AUTO_MODE =
      Map.of("clusterName", "alpha", "auto_mode", "true");
  private static final Map<String, String> RENAMED =
      Map.of("clusterName", "beta", "auto_mode", "false");
  private static final String ON_ALPHA = "alpha";

  @Test
  void losesNothingWhenNothingChanges() {
    assertThat(radius(PRESENT, PRESENT, set("sync"), ON_ALPHA).losses()).isEmpty();
  }

  @Test
  void deletesWhatAGeneratorNoLongerSelects() {
    BlastRadius radius = radius(PRESENT, AUTO_MODE, set("sync"), ON_ALPHA);
    assertThat(radius.losses()).containsExactly(new Loss("lbc-alpha", "lbc", true, true));
    assertThat(radius.cause()).isEqualTo("the cluster secret changes auto_mode from false to true");
  }

  @Test
  void deletesByDefault() {
    assertThat(radius(PRESENT, AUTO_MODE, set(""), ON_ALPHA).losses())
        .containsExactly(new Loss("lbc-alpha", "lbc", true, true));
  }

  @Test
  void abandonsWhatTheApplicationSetMayNotDelete() {
    assertThat(radius(PRESENT, AUTO_MODE, set("create-update"), ON_ALPHA).losses())
        .containsExactly(new Loss("lbc-alpha", "lbc", false, true));
  }

  @Test
  void losesEveryApplicationOfARenamedCluster() {
    assertThat(radius(PRESENT, RENAMED, set("sync"), ON_ALPHA).losses())
        .containsExactly(new Loss("lbc-alpha", "lbc", true, true));
  }

  @Test
  void losesNothingOfAnotherCluster() {
    assertThat(radius(PRESENT, RENAMED, set("sync"), "gamma").losses()).isEmpty();
  }

  @Test
  void countsWhatNobodyCanTellWithoutAClusterSecret() {
    assertThat(radius(null, AUTO_MODE, set("sync"), "gamma").losses())
        .containsExactly(new Loss("lbc-alpha", "lbc", true, true));
    assertThat(radius(null, PRESENT, set("sync"), ON_ALPHA).losses()).isEmpty();
  }

  @Test
  void leavesAloneWhatIsNotGeneratedFromClusters() {
    KubernetesObject fromGit =
        SampleObject.yaml("{metadata: {name: lbc}, spec: {generators: [{git: {repoURL: r}}]}}");
    assertThat(radius(PRESENT, RENAMED, fromGit, ON_ALPHA).losses()).isEmpty();
    assertThat(radius(null, RENAMED, fromGit, ON_ALPHA).losses()).isEmpty();
  }

  @Test
  void looksForClustersInsideAMatrix() {
    KubernetesObject matrix =
        SampleObject.yaml(
            """
            metadata: {name: lbc}
            spec:
              generators:
              - matrix:
                  generators:
                  - git: {repoURL: r}
                  - clusters: {selector: {matchLabels: {auto_mode: 'false'}}}
            """);
    assertThat(radius(PRESENT, AUTO_MODE, matrix, ON_ALPHA).losses()).hasSize(1);
  }

  @Test
  void losesWhatThePackagesNoLongerBring() {
    KubernetesObject ours =
        SampleObject.yaml(
            """
            metadata:
              name: lbc
              annotations: {meta.helm.sh/release-name: addons-appset}
            spec: {generators: [{clusters: {}}]}
            """);
    assertThat(radius(PRESENT, PRESENT, ours, ON_ALPHA, Set.of("lbc-alpha")).losses()).isEmpty();
    BlastRadius radius = radius(PRESENT, PRESENT, ours, ON_ALPHA, Set.of());
    assertThat(radius.losses()).containsExactly(new Loss("lbc-alpha", "lbc", true, true));
    assertThat(radius.cause()).isEqualTo("the packages no longer bring it");
  }

  private static BlastRadius radius(
      Map<String, String> present,
      Map<String, String> forecast,
      KubernetesObject set,
      String destination) {
    return radius(present, forecast, set, destination, Set.of());
  }

  private static BlastRadius radius(
      Map<String, String> present,
      Map<String, String> forecast,
      KubernetesObject set,
      String destination,
      Set<String> expected) {
    KubernetesObject application =
        SampleObject.yaml(
            """
            metadata:
              name: lbc-alpha
              finalizers: [resources-finalizer.argocd.argoproj.io]
              ownerReferences: [{kind: ApplicationSet, name: lbc}]
            spec: {destination: {name: %s}}
            """
                .formatted(destination));
    KubernetesObject foreign = SampleObject.yaml("{metadata: {name: team-a}}");
    Optional<ClusterSecret> before =
        Optional.ofNullable(present).map(labels -> new ClusterSecret(labels, Map.of()));
    return new BlastRadius(
        new Installed(
            Set.of("argocd"), before, List.of(), List.of(set), List.of(application, foreign)),
        new SecretChange(before, new ClusterSecret(forecast, Map.of())),
        expected);
  }

  private static KubernetesObject set(String policy) {
    return SampleObject.yaml(
        """
        metadata: {name: lbc}
        spec:
          syncPolicy: {applicationsSync: '%s'}
          generators:
          - clusters:
              selector: {matchLabels: {auto_mode: 'false'}}
        """
            .formatted(policy));
  }
}
