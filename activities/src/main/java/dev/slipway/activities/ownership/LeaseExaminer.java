package dev.slipway.activities.ownership;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/** Whether another run works on the cluster. */
public final class LeaseExaminer implements Examiner {
  private final ClusterAccess clusters;
  private final OwnerStatus status;

  public LeaseExaminer(ClusterAccess clusters, OwnerStatus status) {
    this.clusters = clusters;
    this.status = status;
  }

  @Override
  public String subject(Platform platform) {
    return ClusterLease.OBJECT;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    Optional<Holder> holder = holder(request.platform().target());
    if (holder.isEmpty()) {
      return;
    }
    Owner owner = holder.get().owner();
    if (owner == null) {
      findings.blocker(
          ClusterLease.OBJECT, "it names no Temporal run; who holds it cannot be asked");
      return;
    }
    if (!owner.equals(request.owner())) {
      judge(holder.get(), findings);
    }
  }

  private Optional<Holder> holder(Target target) {
    return KubernetesFailures.naming(
        ClusterLease.OBJECT, () -> new ClusterLease(clusters.client(target), status).holder());
  }

  private void judge(Holder holder, Findings findings) {
    try {
      if (status.isClosed(holder.owner(), holder.namespaceId())) {
        findings.warning(
            ClusterLease.OBJECT,
            "it is held by " + holder.owner() + ", which has ended; it will be taken over");
        return;
      }
      findings.blocker(ClusterLease.OBJECT, "the cluster is owned by " + holder.owner());
    } catch (ApplicationFailure e) {
      if (!e.getType().equals(FailureType.CLUSTER_OWNED.name())) {
        throw e;
      }
      findings.blocker(ClusterLease.OBJECT, e.getOriginalMessage());
    }
  }
}
