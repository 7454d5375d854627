package dev.slipway.workflows.install.health;

import dev.slipway.workflows.applications.KnownPicture;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.applications.PictureSpacing;
import dev.slipway.workflows.applications.PlatformHealth;
import dev.slipway.workflows.contract.ApplicationActivities;
import dev.slipway.workflows.contract.ApplicationActivities.Diagnosis;
import dev.slipway.workflows.contract.ApplicationActivities.ObserveRequest;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.Budget;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.WorkflowClock;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Looks at the applications until they are up; an unchanged look leaves no event in the history.
 */
final class ApplicationWatch {
  // Argo CD shows Healthy for a moment between a sync and the first look at what it applied.
  private static final Duration SECOND_LOOK = Duration.ofSeconds(5);
  // The budget has ended already: for the words of the failure only.
  private static final Duration LAST_LOOK = Duration.ofMinutes(1);

  private final ActivityCalls calls;
  private final ProgressBoard board;
  private final Target target;
  private final List<String> expected;
  private final PictureSpacing spacing = new PictureSpacing();

  ApplicationWatch(
      ActivityCalls calls, ProgressBoard board, Platform platform, List<String> expected) {
    this.calls = calls;
    this.board = board;
    this.target = platform.target();
    this.expected = expected;
  }

  /**
   * Waits for everything expected.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#APPLICATIONS_NOT_HEALTHY}
   *     naming every application that is not up when the budget ends
   */
  PlatformHealth untilUp(Duration budget) {
    Instant deadline = WorkflowClock.now().plus(budget);
    Picture picture = look(/* known= */ null, deadline, budget);
    while (true) {
      PlatformHealth health = PlatformHealth.of(picture, expected);
      if (health.isUp()) {
        pause();
        picture = look(/* known= */ null, deadline.plus(SECOND_LOOK), budget);
        PlatformHealth again = PlatformHealth.of(picture, expected);
        if (again.isUp()) {
          return again;
        }
      }
      picture = look(spacing.after(picture), deadline, budget);
    }
  }

  private Picture look(KnownPicture known, Instant deadline, Duration budget) {
    Duration left = Duration.between(WorkflowClock.now(), deadline);
    if (left.compareTo(Duration.ofSeconds(1)) < 0) {
      throw notHealthy(budget, null);
    }
    try {
      return look(known, left);
    } catch (ActivityFailure e) {
      if (Budget.hasEnded(e)) {
        throw notHealthy(budget, e);
      }
      throw e;
    }
  }

  private Picture look(KnownPicture known, Duration within) {
    Picture picture =
        calls
            .within(within, ApplicationActivities.class, "Look at the applications")
            .observeApplications(new ObserveRequest(target, expected, known));
    board.picture(picture, expected.size());
    return picture;
  }

  private RuntimeException notHealthy(Duration budget, ActivityFailure cause) {
    if (board.picture() == null) {
      return cause;
    }
    PlatformHealth health = PlatformHealth.of(lastPicture(), expected);
    String text = NotHealthy.text(health, budget, expected.size(), diagnose(health));
    return FailureType.APPLICATIONS_NOT_HEALTHY.failure(text, cause);
  }

  // Details may have changed since the last picture that was due.
  private Picture lastPicture() {
    try {
      return look(/* known= */ null, LAST_LOOK);
    } catch (ActivityFailure e) {
      board.note("The last look failed, an earlier one is told: " + e.getCause().getMessage());
      return board.picture();
    }
  }

  private List<Diagnosis> diagnose(PlatformHealth health) {
    try {
      return calls
          .within(LAST_LOOK, ApplicationActivities.class, "Find the objects at fault")
          .diagnoseApplications(target, health.lacking());
    } catch (ActivityFailure e) {
      board.note("The objects at fault could not be looked at: " + e.getCause().getMessage());
      return List.of();
    }
  }

  private static void pause() {
    TimerOptions options = TimerOptions.newBuilder().setSummary("Before a second look").build();
    Workflow.newTimer(SECOND_LOOK, options).get();
  }
}
