package dev.slipway.activities.argocd.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.argocd.impact.BlastRadius.Loss;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.SampleObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {
  private static final Map<String, String> PRESENT =
      Map.of("clusterName", "alpha", "auto_mode", "false");
  private static final Map<String, String> AUTO_MODE =
      Map.of("clusterName", "alpha", "auto_mode", "true");
  private static final Map<String, String> RENAMED =
      Map.of("clusterName", "beta", "auto_mode", "false");

  @Test
  void losesNothingWhenNothingChanges() {
    assertThat(radius(PRESENT, PRESENT, set("sync")).losses()).isEmpty();
  }

  @Test
  void losesNothingWhereNothingIsInstalled() {
    assertThat(radius(Map.of(), RENAMED, set("sync")).losses()).isEmpty();
  }

  @Test
  void deletesWhatAGeneratorNoLongerSelects() {
    BlastRadius radius = radius(PRESENT, AUTO_MODE, set("sync"));
    assertThat(radius.losses()).containsExactly(new Loss("lbc-alpha", "lbc", true, true));
    assertThat(radius.differences()).containsExactly("auto_mode from false to true");
  }

  @Test
  void deletesByDefault() {
    assertThat(radius(PRESENT, AUTO_MODE, set("")).losses())
        .containsExactly(new Loss("lbc-alpha", "lbc", true, true));
  }

  @Test
  void abandonsWhatTheApplicationSetMayNotDelete() {
    assertThat(radius(PRESENT, AUTO_MODE, set("create-update")).losses())
        .containsExactly(new Loss("lbc-alpha", "lbc", false, true));
  }

  @Test
  void losesEveryApplicationOfARenamedCluster() {
    assertThat(radius(PRESENT, RENAMED, set("sync")).losses())
        .containsExactly(new Loss("lbc-alpha", "lbc", true, true));
  }

  private static BlastRadius radius(
      Map<String, String> present, Map<String, String> forecast, KubernetesObject set) {
    KubernetesObject application =
        SampleObject.yaml(
            """
            metadata:
              name: lbc-alpha
              finalizers: [resources-finalizer.argocd.argoproj.io]
              ownerReferences: [{kind: ApplicationSet, name: lbc}]
            """);
    KubernetesObject foreign = SampleObject.yaml("{metadata: {name: team-a}}");
    Installed installed =
        new Installed(Set.of("argocd"), present, List.of(set), List.of(application, foreign));
    return new BlastRadius(installed, forecast);
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
