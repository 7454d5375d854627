package dev.slipway.workflows.install.health;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.PlatformHealth;
import dev.slipway.workflows.contract.ApplicationActivities;
import dev.slipway.workflows.contract.ApplicationActivities.ExpectedApplication;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.ProgressBoard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Waits until every application that should exist is up, and a second look agrees. */
public final class AwaitHealthyApplications
    implements FlowStep<Platform, AwaitHealthyApplications.Healthy> {

  /** The applications that are up. */
  public record Healthy(List<ExpectedApplication> applications, List<String> warnings) {
    public Healthy {
      applications = List.copyOf(applications);
      warnings = List.copyOf(warnings);
    }

    public List<String> names() {
      return applications.stream().map(ExpectedApplication::name).toList();
    }
  }

  private final ActivityCalls calls;
  private final ProgressBoard board;
  private final Duration budget;
  private List<ExpectedApplication> expected = List.of();

  public AwaitHealthyApplications(ActivityCalls calls, ProgressBoard board, Duration budget) {
    this.calls = calls;
    this.board = board;
    this.budget = budget;
  }

  @Override
  public FlowLine line() {
    return InstallLine.AWAIT_HEALTHY_APPLICATIONS;
  }

  @Override
  public Healthy run(Platform platform) {
    ApplicationActivities activities =
        calls.of(ApplicationActivities.class, "Find out which applications should exist");
    expected = activities.expectApplications(platform);
    List<String> names = expected.stream().map(ExpectedApplication::name).toList();
    PlatformHealth health = new ApplicationWatch(calls, board, platform, names).untilUp(budget);
    List<String> warnings = new ArrayList<>(health.warnings());
    warnings.addAll(activities.compareBootstrapValues(platform));
    return new Healthy(expected, warnings);
  }

  /** The platform goes without those that are not up; the report names them. */
  @Override
  public Optional<Healthy> whenSkipped(Platform platform) {
    Set<String> up = up();
    List<String> missing =
        expected.stream()
            .map(ExpectedApplication::name)
            .filter(name -> !up.contains(name))
            .map(name -> name + " was not up when the wait was skipped")
            .toList();
    return Optional.of(
        new Healthy(expected.stream().filter(it -> up.contains(it.name())).toList(), missing));
  }

  private Set<String> up() {
    return Stream.ofNullable(board.picture())
        .flatMap(picture -> picture.applications().stream())
        .filter(Application::isUp)
        .map(Application::name)
        .collect(Collectors.toSet());
  }

  @Override
  public FailureType onTimeout() {
    return FailureType.APPLICATIONS_NOT_HEALTHY;
  }
}
