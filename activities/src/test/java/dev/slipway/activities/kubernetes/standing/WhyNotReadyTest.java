package dev.slipway.activities.kubernetes.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.activities.kubernetes.SampleObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhyNotReadyTest {
  private static final KubernetesObject WEB =
      SampleObject.yaml(
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: web, namespace: default}
          spec: {replicas: 2, selector: {matchLabels: {app: web}}}
          status: {replicas: 2, updatedReplicas: 2, availableReplicas: 1}
          """);

  private final EmptyCluster cluster = new EmptyCluster();
  private final WhyNotReady why =
      new WhyNotReady(new ObjectLists(new LiveObjects(cluster.client())));

  @BeforeEach
  void runPodThatIsReadyAndOneOfAnother() {
    pod("web-1", "web", "conditions: [{type: Ready, status: 'True'}]");
    pod("other-1", "other", "containerStatuses: [{name: x, state: {waiting: {reason: Broken}}}]");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void namesWhatAPodWaitsFor() {
    pod("web-2", "web", "containerStatuses: [{name: m, state: {waiting: {reason: ErrImagePull}}}]");
    event("Deployment", "web", "less to the point");
    assertThat(why.of(WEB))
        .hasValue("has 1 of 2 pods ready; pod web-2 container m waits: ErrImagePull");
  }

  @Test
  void asksTheEventsWherePodsSayNothing() {
    pod("web-2", "web", "phase: Pending");
    event("Pod", "web-2", "no such volume");
    assertThat(why.of(WEB)).hasValue("has 1 of 2 pods ready; pod web-2 Bad: no such volume");
  }

  @Test
  void prefersEventsOfTheObjectToThoseOfItsPods() {
    pod("web-2", "web", "phase: Pending");
    event("Pod", "web-2", "no such volume");
    event("Deployment", "web", "no such account");
    assertThat(why.of(WEB)).hasValue("has 1 of 2 pods ready; Bad: no such account");
  }

  @Test
  void leavesAloneThePodsThatAreReadyByNow() {
    event("Pod", "web-1", "was not ready");
    assertThat(why.of(WEB)).hasValue("has 1 of 2 pods ready");
  }

  @Test
  void saysJustHowItStandsWhereNobodySaysMore() {
    assertThat(why.of(WEB)).hasValue("has 1 of 2 pods ready");
  }

  @Test
  void blamesNobodyThatIsCurrentOrUnknown() {
    assertThat(why.of(SampleObject.yaml("{apiVersion: v1, kind: ConfigMap}"))).isEmpty();
    assertThat(why.of(SampleObject.yaml("{apiVersion: a/v1, kind: Foo}"))).isEmpty();
  }

  @Test
  void readsEachListOnceALook() {
    int before = cluster.server().requests().size();
    why.of(WEB);
    why.of(WEB);
    assertThat(cluster.server().requests()).hasSize(before + 2);
  }

  private void pod(String name, String app, String status) {
    cluster
        .server()
        .objects()
        .put(
            SampleObject.json(
                "{apiVersion: v1, kind: Pod, metadata: {name: %s, namespace: default, labels: {app: %s}}, status: {%s}}"
                    .formatted(name, app, status)));
  }

  private void event(String kind, String name, String message) {
    cluster
        .server()
        .objects()
        .put(
            SampleObject.json(
                "{apiVersion: v1, kind: Event, metadata: {name: %s, namespace: default}, type: Warning, reason: Bad, message: %s, involvedObject: {kind: %s, namespace: default, name: %s}}"
                    .formatted(name, message, kind, name)));
  }
}
