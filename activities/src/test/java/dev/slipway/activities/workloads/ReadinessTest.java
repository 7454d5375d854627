package dev.slipway.activities.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadinessTest {
  @Test
  void deploymentCountsItsUpdatedAndAvailablePods() {
    assertThat(
            deployment(
                "{observedGeneration: 2, replicas: 2, updatedReplicas: 2, availableReplicas: 2}"))
        .isEmpty();
    assertThat(
            deployment(
                "{observedGeneration: 2, replicas: 3, updatedReplicas: 1, availableReplicas: 2}"))
        .hasValue("has 1 of 2 pods ready");
    assertThat(deployment("{observedGeneration: 2}")).hasValue("has 0 of 2 pods ready");
  }

  @Test
  void whatItsControllerHasNotSeenIsNotReady() {
    assertThat(
            deployment(
                "{observedGeneration: 1, replicas: 2, updatedReplicas: 2, availableReplicas: 2}"))
        .hasValue("has not been seen by its controller");
    assertThat(Readiness.of(new Deployment())).isPresent();
    assertThat(Readiness.of(new StatefulSet())).isPresent();
  }

  @Test
  void jobHasToBeComplete() {
    assertThat(job("[{type: Complete, status: 'True'}]")).isEmpty();
    assertThat(job("[{type: Failed, status: 'True'}]")).hasValue("has failed");
    assertThat(job("[{type: Complete, status: 'False'}]")).hasValue("has not finished");
  }

  @Test
  void crdHasToBeEstablished() {
    assertThat(crd("[{type: Established, status: 'True'}]")).isEmpty();
    assertThat(crd("[{type: Established, status: 'False'}]")).hasValue("is not established");
    assertThat(crd("null")).hasValue("is not established");
    assertThat(Readiness.of(new CustomResourceDefinition())).isPresent();
  }

  @Test
  void podSaysWhyItWaits() {
    assertThat(
            pod(
                "{conditions: [{type: PodScheduled, status: 'False', message: '0/1 nodes are available'}]}"))
        .hasValue("pod p cannot be scheduled: 0/1 nodes are available");
    assertThat(
            pod(
                "{containerStatuses: [{name: main, state: {waiting: {reason: ImagePullBackOff, message: no such image}}}]}"))
        .hasValue("pod p container main: ImagePullBackOff (no such image)");
    assertThat(
            pod(
                "{containerStatuses: [{name: main, state: {waiting: {reason: ContainerCreating}}}]}"))
        .isEmpty();
  }

  private static Optional<String> deployment(String status) {
    String text =
        "---\n{metadata: {generation: 2}, spec: {replicas: 2}, status: %s}".formatted(status);
    return Readiness.of(Serialization.unmarshal(text, Deployment.class));
  }

  private static Optional<String> job(String conditions) {
    String text = "---\n{status: {conditions: %s}}".formatted(conditions);
    return Readiness.of(Serialization.unmarshal(text, Job.class));
  }

  private static Optional<String> crd(String conditions) {
    String text = "---\n{status: {conditions: %s}}".formatted(conditions);
    return Readiness.of(Serialization.unmarshal(text, CustomResourceDefinition.class));
  }

  private static Optional<String> pod(String status) {
    String text = "---\n{metadata: {name: p}, status: %s}".formatted(status);
    return PodTroubles.of(Serialization.unmarshal(text, Pod.class));
  }
}
