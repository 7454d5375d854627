package dev.slipway.activities.kubernetes.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.kubernetes.SampleObject;
import dev.slipway.activities.kubernetes.standing.Standing.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Deployment  | spec: {replicas: 2}, status: {replicas: 2, updatedReplicas: 2, availableReplicas: 2} | CURRENT | ''
          Deployment  | spec: {replicas: 2}, status: {replicas: 3, updatedReplicas: 1, availableReplicas: 2} | IN_PROGRESS | has 1 of 2 pods ready
          Deployment  | spec: {replicas: 2}, status: {replicas: 2, updatedReplicas: 2, availableReplicas: 1} | IN_PROGRESS | has 1 of 2 pods ready
          Deployment  | spec: {replicas: 1}, status: {replicas: 2, updatedReplicas: 1, availableReplicas: 1} | IN_PROGRESS | has old pods left
          Deployment  | status: {replicas: 1, updatedReplicas: 1, availableReplicas: 1} | CURRENT | ''
          Deployment  | spec: {replicas: 0}, status: {} | CURRENT | ''
          Deployment  | spec: {}, status: {conditions: [{type: ReplicaFailure, status: 'True', reason: Quota, message: exceeded}]} | IN_PROGRESS | has 0 of 1 pods ready; ReplicaFailure is True: Quota: exceeded
          Deployment  | spec: {}, status: {conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}]} | FAILED | has 0 of 1 pods ready; Progressing is False: ProgressDeadlineExceeded
          Deployment  | metadata: {generation: 2}, spec: {replicas: 0}, status: {observedGeneration: 1} | IN_PROGRESS | has not been seen by its controller
          Deployment  | metadata: {generation: 1}, spec: {replicas: 0} | IN_PROGRESS | has not been seen by its controller
          StatefulSet | spec: {replicas: 2}, status: {readyReplicas: 1} | IN_PROGRESS | has 1 of 2 pods ready
          StatefulSet | status: {readyReplicas: 1, currentRevision: a, updateRevision: a} | CURRENT | ''
          StatefulSet | status: {readyReplicas: 1, currentRevision: a, updateRevision: b} | IN_PROGRESS | has old pods left
          StatefulSet | spec: {updateStrategy: {type: OnDelete}}, status: {readyReplicas: 1, currentRevision: a, updateRevision: b} | CURRENT | ''
          StatefulSet | spec: {updateStrategy: {rollingUpdate: {partition: 1}}}, status: {readyReplicas: 1, currentRevision: a, updateRevision: b} | CURRENT | ''
          DaemonSet   | status: {desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 1} | IN_PROGRESS | has 1 of 3 pods ready
          DaemonSet   | status: {desiredNumberScheduled: 3, updatedNumberScheduled: 2, numberAvailable: 3} | IN_PROGRESS | has 2 of 3 pods ready
          DaemonSet   | status: {desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3} | CURRENT | ''
          DaemonSet   | spec: {updateStrategy: {type: OnDelete}}, status: {desiredNumberScheduled: 3, updatedNumberScheduled: 2, numberAvailable: 3} | CURRENT | ''
          ReplicaSet  | spec: {replicas: 1}, status: {availableReplicas: 1} | CURRENT | ''
          ReplicaSet  | spec: {replicas: 2}, status: {availableReplicas: 1} | IN_PROGRESS | has 1 of 2 pods ready
          """)
  void ofWhatRunsPodsIsCounted(String kind, String content, State state, String message) {
    assertStanding("apps/v1", kind, content, state, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          conditions: [{type: Complete, status: 'True'}]  | CURRENT     | ''
          conditions: [{type: Complete, status: 'False'}] | IN_PROGRESS | has not completed
          active: 1                                       | IN_PROGRESS | has not completed
          conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded}] | FAILED | has failed: BackoffLimitExceeded
          """)
  void ofAJobIsItsWork(String status, State state, String message) {
    assertStanding("batch/v1", "Job", "status: {" + status + "}", state, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          phase: Running, conditions: [{type: Ready, status: 'True'}] | CURRENT | ''
          phase: Succeeded | CURRENT | ''
          phase: Running, conditions: [{type: Ready, status: 'False'}] | IN_PROGRESS | is not ready
          phase: Pending, containerStatuses: [{name: main, state: {waiting: {reason: ContainerCreating}}}] | IN_PROGRESS | is not ready
          phase: Pending, containerStatuses: [{name: main, state: {waiting: {reason: ErrImagePull, message: no such image}}}] | IN_PROGRESS | container main waits: ErrImagePull: no such image
          phase: Running, containerStatuses: [{name: main, state: {waiting: {reason: CrashLoopBackOff}}}] | FAILED | container main waits: CrashLoopBackOff
          phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: no nodes}] | IN_PROGRESS | is not scheduled: Unschedulable: no nodes
          phase: Pending, initContainerStatuses: [{name: init, state: {terminated: {exitCode: 0}}}] | IN_PROGRESS | is not ready
          phase: Pending, initContainerStatuses: [{name: init, state: {terminated: {exitCode: 3, reason: Error}}}] | IN_PROGRESS | container init ended with exit code 3: Error
          phase: Failed, reason: Evicted, message: low on memory | FAILED | has failed: Evicted: low on memory
          """)
  void ofAPodIsToldByItsContainers(String status, State state, String message) {
    assertStanding("v1", "Pod", "status: {" + status + "}", state, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v1 | PersistentVolumeClaim | status: {phase: Bound}         | CURRENT     | ''
          v1 | PersistentVolumeClaim | status: {phase: Pending}       | IN_PROGRESS | is Pending
          v1 | PersistentVolumeClaim | {}                             | IN_PROGRESS | is Pending
          v1 | PersistentVolumeClaim | status: {phase: Lost}          | FAILED      | is Lost
          v1 | Service               | spec: {type: ClusterIP}        | CURRENT     | ''
          v1 | Service               | spec: {type: LoadBalancer}     | IN_PROGRESS | has no load balancer address
          v1 | Service               | spec: {type: LoadBalancer}, status: {loadBalancer: {ingress: [{hostname: lb}]}} | CURRENT | ''
          networking.k8s.io/v1 | Ingress | status: {loadBalancer: {}} | IN_PROGRESS | has no load balancer address
          networking.k8s.io/v1 | Ingress | status: {loadBalancer: {ingress: [{hostname: lb}]}} | CURRENT | ''
          apiextensions.k8s.io/v1 | CustomResourceDefinition | status: {conditions: [{type: Established, status: 'True'}]} | CURRENT | ''
          apiextensions.k8s.io/v1 | CustomResourceDefinition | status: {conditions: [{type: Established, status: 'False', reason: Installing}]} | IN_PROGRESS | is not established
          apiextensions.k8s.io/v1 | CustomResourceDefinition | status: {conditions: null} | IN_PROGRESS | is not established
          apiextensions.k8s.io/v1 | CustomResourceDefinition | status: {conditions: [{type: NamesAccepted, status: 'False', reason: PluralConflict}]} | FAILED | is not established; NamesAccepted is False: PluralConflict
          v1 | ConfigMap             | {}                             | CURRENT     | ''
          rbac.authorization.k8s.io/v1 | Role | {}                    | CURRENT     | ''
          """)
  void ofBuiltInKindsIsInAFieldOfTheirs(
      String apiVersion, String kind, String content, State state, String message) {
    assertStanding(apiVersion, kind, content, state, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          external-secrets.io/v1 | ExternalSecret | {} | IN_PROGRESS | has no status: is the External Secrets controller running?
          external-secrets.io/v1 | ClusterSecretStore | status: {conditions: [{type: Ready, status: 'True'}]} | CURRENT | ''
          external-secrets.io/v1 | ExternalSecret | status: {conditions: [{type: Ready, status: 'False', reason: SecretSyncedError}]} | IN_PROGRESS | Ready is False: SecretSyncedError
          cert-manager.io/v1 | Certificate | status: {conditions: [{type: Issuing, status: 'True'}, {type: Ready, status: 'False', reason: Issuing, message: waits}]} | IN_PROGRESS | Ready is False: Issuing: waits
          cert-manager.io/v1 | Certificate | {} | IN_PROGRESS | has no status: is the cert-manager controller running?
          pkg.crossplane.io/v1 | Provider | status: {conditions: [{type: Installed, status: 'True'}, {type: Healthy, status: Unknown, reason: Pulling}]} | IN_PROGRESS | Healthy is Unknown: Pulling
          iam.aws.upbound.io/v1 | Role | status: {conditions: [{type: Synced, status: 'True'}]} | UNKNOWN | does not say how it stands
          iam.aws.upbound.io/v1 | Role | status: {conditions: [{type: Synced, status: 'True'}, {type: Ready, status: 'True'}]} | CURRENT | ''
          iam.aws.upbound.io/v1 | Role | status: {conditions: [{type: Synced, status: 'False', reason: ReconcileError}, {type: Ready, status: 'True'}]} | IN_PROGRESS | Synced is False: ReconcileError
          example.com/v1 | Foo | status: {conditions: [{type: Stalled, status: 'True', reason: Full}, {type: Ready, status: 'True'}]} | FAILED | Stalled is True: Full
          example.com/v1 | Foo | status: {conditions: [{type: Stalled, status: 'False'}, {type: Ready, status: 'True'}]} | CURRENT | ''
          example.com/v1 | Foo | status: {conditions: [{type: Reconciling, status: 'True'}, {type: Ready, status: 'True'}]} | IN_PROGRESS | Reconciling is True
          example.com/v1 | Foo | metadata: {generation: 3}, status: {observedGeneration: 2, conditions: [{type: Ready, status: 'True'}]} | IN_PROGRESS | has not been seen by its controller
          example.com/v1 | Foo | status: {conditions: [{type: Odd, status: 'True'}]} | UNKNOWN | does not say how it stands
          example.com/v1 | Foo | status: {} | UNKNOWN | does not say how it stands
          example.com/v1 | Foo | 'metadata: {deletionTimestamp: 2026-01-02T03:04:05Z, finalizers: [a/b, c]}' | TERMINATING | is being deleted; kept by a/b, c
          v1 | ConfigMap | 'metadata: {deletionTimestamp: 2026-01-02T03:04:05Z}' | TERMINATING | is being deleted
          """)
  void ofAnyOtherKindIsInItsConditions(
      String apiVersion, String kind, String content, State state, String message) {
    assertStanding(apiVersion, kind, content, state, message);
  }

  private static void assertStanding(
      String apiVersion, String kind, String content, State state, String message) {
    String rest = content.equals("{}") ? "" : ", " + content;
    String object = "{apiVersion: %s, kind: %s%s}".formatted(apiVersion, kind, rest);
    assertThat(Standing.of(SampleObject.yaml(object))).isEqualTo(new Standing(state, message));
  }
}
