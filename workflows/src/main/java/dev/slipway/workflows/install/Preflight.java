package dev.slipway.workflows.install;

import dev.slipway.workflows.approval.Plan;
import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.contract.PreflightActivities;
import dev.slipway.workflows.contract.PreflightActivities.Examination;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.contract.PreflightActivities.Finding;
import dev.slipway.workflows.contract.PreflightActivities.Finding.Severity;
import dev.slipway.workflows.contract.PreflightActivities.SnapshotRequest;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.progress.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at account, cluster and packages, changes nothing, and makes the plan. */
final class Preflight implements InstallStep<InstallRequest, Plan> {
  private final PreflightActivities activities;
  private final Owner owner;
  private Platform snapshot;

  Preflight(Stubs stubs, Owner owner) {
    this.activities =
        stubs.thorough(PreflightActivities.class, "Look at everything the install depends on");
    this.owner = owner;
  }

  @Override
  public Step step() {
    return Step.PREFLIGHT;
  }

  @Override
  public Plan run(InstallRequest request) {
    if (snapshot == null) {
      snapshot =
          activities.takeSnapshot(
              new SnapshotRequest(request.target(), request.config(), request.configFile()));
      refuseOtherCluster(request.target().cluster(), snapshot.config());
    }
    Examination seen =
        activities.examine(
            new ExamineRequest(snapshot, owner, request.credentials(), request.allowDeletions()));
    refuse(of(Severity.BLOCKER, seen));
    return Plan.of(snapshot, seen.changes(), of(Severity.WARNING, seen));
  }

  private static void refuseOtherCluster(ClusterId cluster, PlatformConfig config) {
    List<String> problems = new ArrayList<>();
    if (!config.clusterName().equals(cluster.name())) {
      problems.add(differs("cluster_name", config.clusterName(), "cluster", cluster.name()));
    }
    if (!config.region().equals(cluster.region())) {
      problems.add(differs("region", config.region(), "region", cluster.region()));
    }
    if (!problems.isEmpty()) {
      throw FailureType.INVALID_CONFIG.failure(String.join("; ", problems));
    }
  }

  private static String differs(String field, String value, String what, String requested) {
    return "%s: \"%s\" is not the %s of the request, \"%s\""
        .formatted(field, value, what, requested);
  }

  private static void refuse(List<Finding> blockers) {
    if (!blockers.isEmpty()) {
      throw FailureType.PREFLIGHT_FAILED.failure(
          blockers.stream()
              .map(finding -> finding.subject() + ": " + finding.message())
              .collect(Collectors.joining("; ")));
    }
  }

  private static List<Finding> of(Severity severity, Examination examination) {
    return examination.findings().stream()
        .filter(finding -> finding.severity() == severity)
        .toList();
  }
}
