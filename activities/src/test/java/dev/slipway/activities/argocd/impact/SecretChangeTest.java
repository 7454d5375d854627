package dev.slipway.activities.argocd.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.argocd.impact.SecretChange.Difference;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.SampleObject;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretChangeTest {
  private static final SecretChange MOVED =
      new SecretChange(
          Optional.of(
              new ClusterSecret(Map.of("clusterName", "alpha"), Map.of("repo_revision", "v1"))),
          new ClusterSecret(
              Map.of("clusterName", "alpha"), Map.of("repo_revision", "v2", "domain", "d")));

  @Test
  void tellsAnnotationsThatChangeOrAreNew() {
    assertThat(MOVED.differences())
        .extracting(Difference::toString)
        .containsExactly("domain from nothing to d", "repo_revision from v1 to v2");
  }

  @Test
  void tellsWhichOfThemATemplateReads() {
    assertThat(readBy("'{{ .metadata.annotations.repo_revision }}'"))
        .isEqualTo("[repo_revision from v1 to v2]");
    assertThat(readBy("'{{ index .metadata.annotations \"domain\" }}'"))
        .isEqualTo("[domain from nothing to d]");
    assertThat(readBy("'{{ .metadata.annotations.domain_name }}'")).isEqualTo("[]");
    assertThat(readBy("'{{ .metadata.labels.domain }}'")).isEqualTo("[]");
  }

  @Test
  void knowsNoDifferenceWhereThereIsNoSecret() {
    assertThat(new SecretChange(Optional.empty(), MOVED.after()).differences()).isEmpty();
  }

  private static String readBy(String template) {
    KubernetesObject set =
        SampleObject.yaml("{spec: {template: {spec: {source: {path: %s}}}}}".formatted(template));
    return MOVED.readBy(set).toString();
  }
}
