package dev.slipway.activities.workloads;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.helm.releases.ReleaseRecords;
import dev.slipway.activities.helm.releases.Revision;
import dev.slipway.activities.kubernetes.LookAgain;
import dev.slipway.workflows.contract.WorkloadActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.temporal.activity.Activity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the objects that Helm's record of a release names. */
public final class WorkloadActivitiesImpl implements WorkloadActivities {
  private static final int NAMED = 5;

  private final ClusterAccess clusters;

  public WorkloadActivitiesImpl(ClusterAccess clusters) {
    this.clusters = clusters;
  }

  @Override
  public void checkWorkloads(Target target, BootstrapRelease release) {
    KubernetesClient client = clusters.client(target);
    List<ReleaseObject> objects = ReleaseObject.of(revision(client, release), release.namespace());
    ReleaseReadiness readiness = new ReleaseReadiness(client);
    List<String> waiting = new ArrayList<>();
    for (ReleaseObject object : objects) {
      KubernetesFailures.naming(object.toString(), () -> readiness.whyNotReady(object))
          .ifPresent(why -> waiting.add(object + " " + why));
    }
    if (!waiting.isEmpty()) {
      throw notYet(release, waiting);
    }
  }

  private static Revision revision(KubernetesClient client, BootstrapRelease release) {
    Optional<Revision> newest =
        new ReleaseRecords(client, release.releaseName(), release.namespace()).newest();
    return newest.orElseThrow(
        () -> notYet(release, List.of("Helm has no record of release " + release.releaseName())));
  }

  private static RuntimeException notYet(BootstrapRelease release, List<String> waiting) {
    String named = String.join("; ", waiting.subList(0, Math.min(NAMED, waiting.size())));
    String more = waiting.size() > NAMED ? "; %d more".formatted(waiting.size() - NAMED) : "";
    return FailureType.NOT_YET.benign(
        "%s waits: %s%s".formatted(release.releaseName(), named, more),
        LookAgain.after(Activity.getExecutionContext().getInfo().getAttempt()));
  }
}
