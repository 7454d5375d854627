package dev.slipway.workflows.world;

import dev.slipway.workflows.contract.PreflightActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.Packages;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.platform.SamplePlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds the configuration of cluster idp, and a plan of one change. */
public final class FakePreflight implements PreflightActivities {
  private static final PlatformConfig CONFIG =
      SamplePlatform.named("idp").withDomain("idp.example.org").config();

  private final List<Finding> warnings = new ArrayList<>();
  private final List<Finding> blockers = new ArrayList<>();
  private final AtomicInteger chartVersion = new AtomicInteger(1);
  private final AtomicInteger awsDownFor = new AtomicInteger();
  private volatile String packages = "digest-of-packages";

  public void warns(String subject, String message) {
    warnings.add(new Finding(subject, message));
  }

  public void blocks(String subject, String message) {
    blockers.add(new Finding(subject, message));
  }

  public void awsUnavailableForAttempts(int attempts) {
    awsDownFor.set(attempts);
  }

  /** From now on the plan is another one. */
  public void nextChartVersion() {
    chartVersion.incrementAndGet();
  }

  public void unblocks() {
    blockers.clear();
  }

  /** From now on the worker has other packages, and the plan is another one. */
  public void otherPackages() {
    packages = "digest-of-other-packages";
    nextChartVersion();
  }

  /** The worker has its packages of before again. */
  public void packagesOfBefore() {
    packages = "digest-of-packages";
  }

  @Override
  public Platform takeSnapshot(SnapshotRequest request) {
    return new Platform(request.target(), CONFIG, new Packages(packages, null, null));
  }

  @Override
  public Examination examine(ExamineRequest request) {
    if (awsDownFor.getAndDecrement() > 0) {
      throw FailureType.AWS_UNAVAILABLE.failure("Rate exceeded");
    }
    return new Examination(
        new Plan(
            request.platform().target().cluster(),
            List.of(new Fact("domain", request.platform().config().domain())),
            List.of(Change.of(Action.CREATE, "release argocd", "chart version " + chartVersion)),
            warnings,
            "d1ce5700000" + chartVersion),
        blockers);
  }
}
