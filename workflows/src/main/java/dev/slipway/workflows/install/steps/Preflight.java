package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.contract.PreflightActivities;
import dev.slipway.workflows.contract.PreflightActivities.Examination;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.contract.PreflightActivities.SnapshotRequest;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.flow.Planned;
import dev.slipway.workflows.flow.Planning;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.progress.FlowLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at account, cluster and packages, changes nothing, and makes the plan. */
public final class Preflight implements Planning<Platform, Preflight.Seen> {

  /** The platform that the plan is about, and the plan. */
  public record Seen(Platform platform, Plan plan) implements Planned {}

  /**
   * What the request says of it.
   *
   * @param mandate what it wants to be entitled to
   * @param allowUnpushed whether packages that are not what Git holds are meant
   * @param allowAdoption whether an installation that Slipway did not make may be taken over
   *     unasked
   * @param receivers who is to be told of the run
   */
  public record Subject(
      SnapshotRequest snapshot,
      CredentialsSource credentials,
      Mandate mandate,
      boolean allowUnpushed,
      boolean allowAdoption,
      List<String> receivers) {}

  private final PreflightActivities activities;
  private final Subject subject;

  public Preflight(ActivityCalls calls, Subject subject) {
    this.activities =
        calls.thorough(PreflightActivities.class, "Look at everything the install depends on");
    this.subject = subject;
  }

  @Override
  public FlowLine line() {
    return InstallLine.PREFLIGHT;
  }

  /**
   * Looks at the world.
   *
   * @param known what an earlier look has fixed; null at the first
   */
  @Override
  public Seen run(Platform known) {
    Platform platform = known == null ? snapshot() : known;
    Examination seen =
        activities.examine(
            new ExamineRequest(
                platform,
                ClusterClaim.owner(),
                subject.credentials(),
                subject.mandate().deletes(),
                subject.allowUnpushed(),
                subject.allowAdoption(),
                subject.mandate().unattended(),
                subject.receivers()));
    refuse(seen.blockers());
    return new Seen(platform, seen.plan());
  }

  @Override
  public boolean isOutdated(Platform fixed) {
    return !snapshot().equals(fixed);
  }

  private Platform snapshot() {
    Platform platform = activities.takeSnapshot(subject.snapshot());
    refuseOtherCluster(subject.snapshot().target().cluster(), platform.config());
    return platform;
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
          blockers.stream().map(Finding::toString).collect(Collectors.joining("; ")));
    }
  }
}
