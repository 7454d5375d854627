package dev.slipway.activities.prerequisites;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.eks.EksCluster;
import dev.slipway.activities.eks.EksClusters;
import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** The cluster exists, is active, and its API server knows the caller. */
public final class ClusterExaminer implements Examiner {
  private final EksClusters clusters;
  private final ClusterAccess access;

  public ClusterExaminer(EksClusters clusters, ClusterAccess access) {
    this.clusters = clusters;
    this.access = access;
  }

  @Override
  public String subject(Platform platform) {
    return "EKS cluster " + platform.target().cluster();
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    Target target = request.platform().target();
    String subject = subject(request.platform());
    EksCluster cluster = clusters.describe(target);
    if (!cluster.isActive()) {
      findings.blocker(subject, "it is " + cluster.status() + ", not ACTIVE");
      return;
    }
    if (!cluster.status().equals("ACTIVE")) {
      findings.warning(subject, "it is " + cluster.status() + " at the moment");
    }
    if (isKnown(target)) {
      findings.change(Action.LEAVE, subject, "Kubernetes " + cluster.version());
    } else {
      findings.blocker(
          subject, "its API server does not know the caller (401): add an access entry");
    }
  }

  private boolean isKnown(Target target) {
    return KubernetesFailures.naming(
        "API server of " + target.cluster(),
        () -> {
          try {
            access.client(target).getKubernetesVersion();
            return true;
          } catch (KubernetesClientException e) {
            if (e.getCode() == 401) {
              return false;
            }
            throw e;
          }
        });
  }
}
