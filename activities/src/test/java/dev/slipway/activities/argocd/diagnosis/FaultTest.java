package dev.slipway.activities.argocd.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          {kind: Deployment, spec: {replicas: 2}, status: {availableReplicas: 2}} | -
          {kind: Deployment, spec: {replicas: 2}, status: {availableReplicas: 1}} | 1 of 2 pods are ready
          {kind: Deployment, spec: {replicas: 1}, status: {conditions: [{type: ReplicaFailure, status: 'True', reason: Quota, message: exceeded}]}} | 0 of 1 pods are ready; ReplicaFailure is True: Quota: exceeded
          {kind: DaemonSet, status: {desiredNumberScheduled: 3, numberAvailable: 1}} | 1 of 3 pods are ready
          {kind: Job, status: {succeeded: 1, conditions: [{type: Complete, status: 'True'}]}} | -
          {kind: Job, status: {conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded}]}} | Failed is True: BackoffLimitExceeded
          {kind: Job, status: {active: 1}} | has not completed
          {kind: PersistentVolumeClaim, status: {phase: Bound}} | -
          {kind: PersistentVolumeClaim, status: {phase: Pending}} | is Pending
          {kind: Ingress, status: {loadBalancer: {ingress: [{hostname: lb}]}}} | -
          {kind: Ingress, status: {loadBalancer: {}}} | has no load balancer address
          {kind: Service, spec: {type: ClusterIP}} | -
          {kind: Service, spec: {type: LoadBalancer}} | has no load balancer address
          {kind: ExternalSecret} | has no status: is the External Secrets controller running?
          {kind: ExternalSecret, status: {conditions: [{type: Ready, status: 'True'}]}} | -
          {kind: Certificate, status: {conditions: [{type: Ready, status: 'False', reason: Issuing, message: waits}]}} | Ready is False: Issuing: waits
          {kind: Provider, status: {conditions: [{type: Healthy, status: Unknown, reason: Pulling}]}} | Healthy is Unknown: Pulling
          {kind: Anything, status: {}} | -
          """)
  void isSaidInAFewWords(String object, String words) throws IOException {
    JsonNode live = new YAMLMapper().readTree(object);
    assertThat(Fault.of(live).orElse(null)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          {containerStatuses: [{name: main, state: {running: {}}}]} | -
          {containerStatuses: [{name: main, state: {waiting: {reason: CrashLoopBackOff, message: back-off 5m0s}}}]} | pod web-1 container main waits: CrashLoopBackOff: back-off 5m0s
          {initContainerStatuses: [{name: init, state: {terminated: {exitCode: 3, reason: Error}}}]} | pod web-1 container init ended with exit code 3: Error
          {initContainerStatuses: [{name: init, state: {terminated: {exitCode: 0}}}]} | -
          {conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: no nodes}]} | pod web-1 is not scheduled: Unschedulable: no nodes
          """)
  void ofAPodIsWhatItsContainersWaitFor(String status, String words) throws IOException {
    JsonNode pod = new YAMLMapper().readTree("{metadata: {name: web-1}, status: " + status + "}");
    assertThat(PodFault.of(pod).orElse(null)).isEqualTo(words);
  }
}
