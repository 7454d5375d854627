package dev.slipway.activities.argocd.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.SampleObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiagnosticianTest {
  private final EmptyCluster cluster = new EmptyCluster();
  private final Diagnostician diagnostician = new Diagnostician(cluster.client());

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void namesTheLikelyCulpritsFirst() {
    assertThat(
            diagnostician.faults(
                application(
                    "{version: v1, kind: Service, namespace: shop, name: web}",
                    "{group: apps, version: v1, kind: Deployment, namespace: shop, name: web}",
                    "{version: v1, kind: ConfigMap, namespace: shop, name: web}",
                    "{group: a.b, version: v1, kind: Foo, name: foo}")))
        .containsExactly(
            "Deployment shop/web does not exist",
            "Service shop/web does not exist",
            "Foo foo could not be looked at: the API server does not serve its kind");
  }

  @Test
  void saysWhyALiveObjectIsNotReady() {
    put("{apiVersion: batch/v1, kind: Job, metadata: {name: setup, namespace: default}}");
    assertThat(
            diagnostician.faults(
                application(
                    "{group: batch, version: v1, kind: Job, namespace: default, name: setup}")))
        .containsExactly("Job default/setup has not completed");
  }

  @Test
  void saysWhatItCouldNotLookAt() {
    cluster.server().deny("list", "batch", "jobs");
    assertThat(
            diagnostician.faults(
                application(
                    "{group: batch, version: v1, kind: Job, namespace: default, name: setup}")))
        .singleElement()
        .asString()
        .startsWith("Job default/setup could not be looked at: ");
  }

  @Test
  void saysWhatTheLastSyncCouldNotApply() {
    KubernetesObject application =
        SampleObject.yaml(
            """
            status:
              conditions: [{type: ComparisonError, message: no such chart}]
              operationState:
                syncResult:
                  resources:
                  - {kind: Service, namespace: shop, name: web, status: Synced}
                  - {kind: Job, namespace: shop, name: hook, hookPhase: Failed, message: exit 1}
                  - {kind: Role, name: all, status: SyncFailed, message: forbidden}
            """);
    assertThat(diagnostician.faults(application))
        .containsExactly(
            "Job shop/hook could not be applied: exit 1",
            "Role all could not be applied: forbidden",
            "no such chart");
  }

  private void put(String object) {
    cluster.server().objects().put(SampleObject.json(object));
  }

  private static KubernetesObject application(String... resources) {
    return SampleObject.yaml("{status: {resources: [%s]}}".formatted(String.join(", ", resources)));
  }
}
