package dev.slipway.activities.workloads;

import static java.util.Objects.requireNonNullElse;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionCondition;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;

/** Why an object is not ready, from its status alone; empty where it is. */
final class Readiness {
  private static final Optional<String> NOT_SEEN =
      Optional.of("has not been seen by its controller");

  private Readiness() {}

  static Optional<String> of(Deployment deployment) {
    DeploymentStatus status = deployment.getStatus();
    if (status == null
        || isOld(status.getObservedGeneration(), deployment.getMetadata().getGeneration())) {
      return NOT_SEEN;
    }
    int wanted = requireNonNullElse(deployment.getSpec().getReplicas(), 1);
    int ready =
        Math.min(orZero(status.getUpdatedReplicas()), orZero(status.getAvailableReplicas()));
    return count(ready, wanted);
  }

  static Optional<String> of(StatefulSet set) {
    StatefulSetStatus status = set.getStatus();
    if (status == null
        || isOld(status.getObservedGeneration(), set.getMetadata().getGeneration())) {
      return NOT_SEEN;
    }
    int wanted = requireNonNullElse(set.getSpec().getReplicas(), 1);
    return count(orZero(status.getReadyReplicas()), wanted);
  }

  static Optional<String> of(DaemonSet set) {
    DaemonSetStatus status = set.getStatus();
    if (status == null
        || isOld(status.getObservedGeneration(), set.getMetadata().getGeneration())) {
      return NOT_SEEN;
    }
    return count(orZero(status.getNumberReady()), orZero(status.getDesiredNumberScheduled()));
  }

  static Optional<String> of(Job job) {
    if (job.getStatus() == null) {
      return NOT_SEEN;
    }
    List<String> met =
        job.getStatus().getConditions().stream()
            .filter(condition -> condition.getStatus().equals("True"))
            .map(condition -> condition.getType())
            .toList();
    if (met.contains("Complete")) {
      return Optional.empty();
    }
    return Optional.of(met.contains("Failed") ? "has failed" : "has not finished");
  }

  // Between its creation and the first look of the API server a definition has a status without
  // conditions.
  static Optional<String> of(CustomResourceDefinition crd) {
    boolean established =
        crd.getStatus() != null
            && requireNonNullElse(
                    crd.getStatus().getConditions(), List.<CustomResourceDefinitionCondition>of())
                .stream()
                .filter(condition -> condition.getType().equals("Established"))
                .anyMatch(condition -> condition.getStatus().equals("True"));
    return established ? Optional.empty() : Optional.of("is not established");
  }

  private static Optional<String> count(int ready, int wanted) {
    return ready >= wanted
        ? Optional.empty()
        : Optional.of("has %d of %d pods ready".formatted(ready, wanted));
  }

  private static boolean isOld(Long observed, Long generation) {
    return generation != null && (observed == null || observed < generation);
  }

  private static int orZero(Integer number) {
    return number == null ? 0 : number;
  }
}
