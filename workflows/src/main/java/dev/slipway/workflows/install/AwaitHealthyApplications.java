package dev.slipway.workflows.install;

import dev.slipway.workflows.applications.Verdict;
import dev.slipway.workflows.contract.ApplicationActivities;
import dev.slipway.workflows.contract.ApplicationActivities.ExpectedApplication;
import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until every application that should exist is up, and a second look agrees. */
final class AwaitHealthyApplications
    implements InstallStep<Platform, AwaitHealthyApplications.Healthy> {

  /** The applications, all up. */
  record Healthy(List<ExpectedApplication> applications, List<String> warnings) {}

  private final Stubs stubs;
  private final ProgressBoard board;
  private final Duration budget;

  AwaitHealthyApplications(Stubs stubs, ProgressBoard board, Duration budget) {
    this.stubs = stubs;
    this.board = board;
    this.budget = budget;
  }

  @Override
  public Step step() {
    return Step.AWAIT_HEALTHY_APPLICATIONS;
  }

  @Override
  public Healthy run(Platform platform) {
    ApplicationActivities activities =
        stubs.of(ApplicationActivities.class, "Find out which applications should exist");
    List<ExpectedApplication> expected = activities.expectApplications(platform);
    List<String> names = expected.stream().map(ExpectedApplication::name).toList();
    Verdict verdict = new ApplicationWatch(stubs, board, platform, names).untilUp(budget);
    List<String> warnings = new ArrayList<>(verdict.warnings());
    warnings.addAll(activities.compareBootstrapValues(platform));
    return new Healthy(expected, warnings);
  }

  @Override
  public FailureType onTimeout() {
    return FailureType.APPLICATIONS_NOT_HEALTHY;
  }
}
