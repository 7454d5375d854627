package dev.slipway.activities.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.kubernetes.KubernetesObject.Owner;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesObjectTest {
  private static final KubernetesObject POD =
      SampleObject.yaml(
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: web-1
            namespace: shop
            uid: 4f3c
            labels: {app: web}
            finalizers: [a/b, c]
            ownerReferences: [{kind: ReplicaSet, name: web, uid: 9a1b}]
            annotations: {argocd.argoproj.io/tracking-id: "shop-a:/Pod:shop/web-1"}
          status: {conditions: [{type: Ready, status: 'False', reason: Slow}]}
          """);

  @Test
  void saysWhoItIs() {
    assertThat(POD).hasToString("Pod shop/web-1");
    assertThat(POD.uid()).isEqualTo("4f3c");
    assertThat(POD.labels()).containsEntry("app", "web");
  }

  @Test
  void saysWhoTakesItAlongAndWhatKeepsIt() {
    assertThat(POD.owners()).containsExactly(new Owner("ReplicaSet", "web", "9a1b"));
    assertThat(POD.finalizers()).containsExactly("a/b", "c");
    assertThat(POD.isLeaving()).isFalse();
    assertThat(SampleObject.yaml("metadata: {deletionTimestamp: '2026-01-01'}").isLeaving())
        .isTrue();
  }

  @Test
  void hasNothingWhereItSaysNothing() {
    KubernetesObject nothing = SampleObject.yaml("{}");
    assertThat(nothing.namespace()).isEmpty();
    assertThat(nothing.owners()).isEmpty();
    assertThat(nothing.annotations()).isEmpty();
    assertThat(nothing.trackingId()).isEmpty();
    assertThat(nothing.conditions()).isEmpty();
  }

  @Test
  void findsConditionsByType() {
    assertThat(POD.condition("Ready")).hasValue(new Condition("Ready", "False", "Slow", ""));
    assertThat(POD.condition("Initialized")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"v1,''", "apps/v1,apps", "argoproj.io/v1alpha1,argoproj.io"})
  void takesTheGroupFromTheVersion(String apiVersion, String group) {
    assertThat(SampleObject.yaml("apiVersion: " + apiVersion).group()).isEqualTo(group);
  }

  @Test
  void readsWhatTheClientReturns() {
    KubernetesObject secret =
        KubernetesObject.of(
            new SecretBuilder()
                .withNewMetadata()
                .withName("hub")
                .addToLabels("a", "b")
                .endMetadata()
                .build());
    assertThat(secret).hasToString("Secret hub");
    assertThat(secret.labels()).containsEntry("a", "b");
  }
}
