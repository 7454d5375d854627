package dev.slipway.starter.run;

import dev.slipway.starter.CommandFailure;
import dev.slipway.starter.ExitCode;
import dev.slipway.starter.Surroundings;
import dev.slipway.starter.view.ProgressDisplay;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Plan;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.RunStatus;
import dev.slipway.workflows.progress.Step;
import dev.slipway.workflows.progress.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows a run until it ends. Leaving it does the run no harm. */
public final class RunFollower {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Runs runs;
  private final Surroundings surroundings;
  private final Approvals approvals;
  private final ProgressDisplay display;
  private Instant answeredAt;
  private String trouble = "";
  private boolean begun;

  /**
   * Follows runs of one namespace.
   *
   * @param approvals who puts plans to the person; null to leave them to others
   */
  public RunFollower(Runs runs, Surroundings surroundings, Approvals approvals) {
    this.runs = runs;
    this.surroundings = surroundings;
    this.approvals = approvals;
    this.display = ProgressDisplay.in(surroundings);
    this.answeredAt = surroundings.clock().instant();
  }

  /** Until the run ends. */
  public Outcome toTheEnd(RunState run) {
    Thread farewell = new Thread(() -> sayThatItGoesOn(run));
    Runtime.getRuntime().addShutdownHook(farewell);
    try {
      RunState now = run;
      while (now.isOpen()) {
        now = look(now);
      }
      showTheEnd(now);
      display.leave();
      return runs.outcome(now);
    } finally {
      forget(farewell);
    }
  }

  // For Ctrl-C.
  private void sayThatItGoesOn(RunState run) {
    surroundings.console().waiting("The run goes on by itself. Look with:");
    surroundings.console().more("slipway watch -w " + run.workflowId());
  }

  private static void forget(Thread farewell) {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // The process is ending, and the farewell is being said.
    }
  }

  /** Until the decision stood and the work began, or the run ended before. */
  public RunState untilAgreed(RunState run) {
    RunState now = run;
    while (now.isOpen() && !begun) {
      now = look(now);
    }
    return now;
  }

  private RunState look(RunState run) {
    try {
      RunState now = runs.current(run);
      if (now.isOpen()) {
        show(now);
        surroundings.pause(BETWEEN_LOOKS);
      }
      answeredAt = surroundings.clock().instant();
      trouble = "";
      return now;
    } catch (CommandFailure e) {
      endure(e);
      return run;
    }
  }

  private void show(RunState run) {
    Progress progress = runs.progress(run);
    List<Application> applications =
        progress.applications().expected() == 0
            ? List.of()
            : runs.applications(run).map(Picture::applications).orElse(List.of());
    display.show(progress, applications);
    begun = progress.steps().stream().anyMatch(RunFollower::isWork);
    if (approvals != null && run.isOpen() && isWaiting(progress.status())) {
      runs.plan(run).filter(plan -> !approvals.know(plan)).ifPresent(plan -> offer(run, plan));
    }
  }

  private void offer(RunState run, Plan plan) {
    display.leave();
    approvals.offer(run, plan);
  }

  // Temporal has the outcome; only the last picture needs a worker.
  private void showTheEnd(RunState run) {
    try {
      show(run);
    } catch (CommandFailure e) {
      if (e.exitCode() != ExitCode.NO_WORKER) {
        throw e;
      }
    }
  }

  // A decision is looked at once more; only what comes after the approval shows that it stood.
  private static boolean isWork(StepState step) {
    return step.step().compareTo(Step.APPROVAL) > 0 && step.status() != StepState.Status.PENDING;
  }

  private static boolean isWaiting(RunStatus status) {
    return status == RunStatus.AWAITING_APPROVAL || status == RunStatus.APPROVAL_DUE;
  }

  private void endure(CommandFailure e) {
    boolean passes =
        e.exitCode() == ExitCode.NO_WORKER || e.exitCode() == ExitCode.TEMPORAL_UNREACHABLE;
    Duration silent = Duration.between(answeredAt, surroundings.clock().instant());
    if (!passes || silent.compareTo(PATIENCE) > 0) {
      throw e;
    }
    if (!trouble.equals(e.getMessage())) {
      trouble = e.getMessage();
      display.leave();
      surroundings.console().warning(trouble + "; still looking");
    }
    surroundings.pause(BETWEEN_LOOKS);
  }
}
