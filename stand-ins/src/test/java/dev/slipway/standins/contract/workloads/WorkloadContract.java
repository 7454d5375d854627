package dev.slipway.standins.contract.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.standins.contract.Eventually;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the controllers of Kubernetes and its nodes make of workloads. */
public abstract class WorkloadContract {
  private static final String NAMESPACE = "workload-contract";

  /** A client that may do everything. */
  protected abstract KubernetesClient client();

  @BeforeEach
  void apply() {
    client()
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
        .serverSideApply();
    client()
        .load(WorkloadContract.class.getResourceAsStream("/contract/workloads.yaml"))
        .serverSideApply();
  }

  @Test
  void runsADeployment() {
    Eventually.see(() -> assertThat(deployment("web").getAvailableReplicas()).isEqualTo(2));
    DeploymentStatus status = deployment("web");
    assertThat(status.getReadyReplicas()).isEqualTo(2);
    assertThat(status.getUpdatedReplicas()).isEqualTo(2);
    assertThat(status.getObservedGeneration()).isEqualTo(1);
    assertThat(status.getConditions())
        .filteredOn(condition -> condition.getType().equals("Available"))
        .allMatch(condition -> condition.getStatus().equals("True"))
        .hasSize(1);
  }

  @Test
  void runsAStatefulSet() {
    Eventually.see(() -> assertThat(statefulSet().getReadyReplicas()).isEqualTo(1));
    assertThat(statefulSet().getObservedGeneration()).isEqualTo(1);
  }

  @Test
  void runsADaemonSet() {
    Eventually.see(() -> assertThat(daemonSet().getNumberAvailable()).isEqualTo(1));
    assertThat(daemonSet().getDesiredNumberScheduled()).isEqualTo(1);
  }

  @Test
  void completesAJob() {
    Eventually.see(() -> assertThat(job("done").getSucceeded()).isEqualTo(1));
    assertThat(job("done").getConditions())
        .filteredOn(condition -> condition.getType().equals("Complete"))
        .allMatch(condition -> condition.getStatus().equals("True"))
        .hasSize(1);
  }

  @Test
  void givesADeploymentUpThatNoNodeTakes() {
    Eventually.see(
        () ->
            assertThat(deployment("nowhere").getConditions())
                .anyMatch(
                    condition ->
                        condition.getType().equals("Progressing")
                            && condition.getStatus().equals("False")
                            && condition.getReason().equals("ProgressDeadlineExceeded")));
    assertThat(deployment("nowhere").getAvailableReplicas()).isNull();
    assertThat(deployment("nowhere").getUnavailableReplicas()).isEqualTo(1);
  }

  @Test
  void failsAJobThatNoNodeTakes() {
    Eventually.see(
        () ->
            assertThat(job("late").getConditions())
                .anyMatch(
                    condition ->
                        condition.getType().equals("Failed")
                            && condition.getStatus().equals("True")
                            && condition.getReason().equals("DeadlineExceeded")));
    assertThat(job("late").getSucceeded()).isNull();
  }

  private DeploymentStatus deployment(String name) {
    return client().apps().deployments().inNamespace(NAMESPACE).withName(name).get().getStatus();
  }

  private StatefulSetStatus statefulSet() {
    return client().apps().statefulSets().inNamespace(NAMESPACE).withName("base").get().getStatus();
  }

  private DaemonSetStatus daemonSet() {
    return client().apps().daemonSets().inNamespace(NAMESPACE).withName("each").get().getStatus();
  }

  private JobStatus job(String name) {
    return client().batch().v1().jobs().inNamespace(NAMESPACE).withName(name).get().getStatus();
  }
}
