package dev.slipway.activities.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.kubernetes.SampleObject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleaseReadinessTest {
  private final EmptyCluster cluster = new EmptyCluster();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void waitsForWhatIsNotThereYet() {
    assertThat(why("{kind: Deployment}")).hasValue("does not exist");
    assertThat(why("{kind: CustomResourceDefinition}")).hasValue("does not exist");
  }

  @Test
  void waitsForWhatIsNotReady() {
    cluster
        .server()
        .objects()
        .put(
            SampleObject.json(
                "{apiVersion: batch/v1, kind: Job, metadata: {name: web, namespace: default}}"));
    assertThat(why("{kind: Job}")).hasValue("has not completed");
  }

  @Test
  void doesNotMissAJobThatRemovesItself() {
    assertThat(why("{kind: Job, spec: {ttlSecondsAfterFinished: 60}}")).isEmpty();
    assertThat(why("{kind: Job}")).hasValue("does not exist");
  }

  @Test
  void doesNotWaitForWhatTheBootstrapCanDoWithout() {
    assertThat(why("{kind: Service, spec: {type: LoadBalancer}}")).isEmpty();
  }

  private Optional<String> why(String content) {
    var object = SampleObject.json(content);
    return new ReleaseReadiness(cluster.client())
        .whyNotReady(new ReleaseObject(object.path("kind").asText(), "default", "web", object));
  }
}
