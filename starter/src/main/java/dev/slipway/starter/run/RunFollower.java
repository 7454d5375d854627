package dev.slipway.starter.run;

import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.view.ProgressDisplay;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunOutcome;
import dev.slipway.workflows.people.RunProblem;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows a run, of whatever workflow, until it ends. Leaving it does the run no harm. */
public final class RunFollower {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  // A Temporal server that is being upgraded is back within minutes.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final RunClient runs;
  private final Surroundings surroundings;
  private final Approvals approvals;
  private final Attentions attentions;
  private final ProgressDisplay display;
  private final WorkBegun work = new WorkBegun();
  private Instant answeredAt;
  private String trouble = "";
  private boolean begun;
  private boolean paused;

  /**
   * Follows runs of one namespace.
   *
   * @param approvals who puts plans to the person; null to leave them to others
   * @param attentions who puts to the person what a parked run needs
   */
  public RunFollower(
      RunClient runs, Surroundings surroundings, Approvals approvals, Attentions attentions) {
    this.runs = runs;
    this.surroundings = surroundings;
    this.approvals = approvals;
    this.attentions = attentions;
    this.display = ProgressDisplay.in(surroundings);
    this.answeredAt = surroundings.clock().instant();
  }

  /** Until the run ends. */
  @SuppressWarnings("try") // what is opened is only there to be closed
  public RunOutcome toTheEnd(RunState run) {
    try (Farewell farewell = new Farewell(surroundings, run)) {
      RunState now = run;
      while (now.isOpen()) {
        now = look(now);
      }
      showTheEnd(now);
      display.leave();
      return runs.outcome(now);
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
        showUnlessPaused(now);
        surroundings.pause(BETWEEN_LOOKS);
      }
      answeredAt = surroundings.clock().instant();
      trouble = "";
      return now;
    } catch (RunProblem e) {
      endure(e);
      return run;
    }
  }

  private void showUnlessPaused(RunState run) {
    if (run.isPaused() && !paused) {
      display.leave();
      surroundings.console().warning(run.pausedWords());
    }
    paused = run.isPaused();
    if (!paused) {
      show(run);
    }
  }

  private void show(RunState run) {
    Progress progress = runs.progress(run);
    List<Application> applications =
        progress.applications().expected() == 0
            ? List.of()
            : runs.applications(run).map(Picture::applications).orElse(List.of());
    display.show(progress, applications);
    if (run.isOpen() && progress.needsAttention() && !attentions.know(progress.attention())) {
      display.leave();
      attentions.offer(run, progress.attention());
    }
    if (approvals != null) {
      begun = work.isSeenIn(progress, () -> runs.plan(run).isPresent());
      offerPlan(run, progress);
    }
  }

  private void offerPlan(RunState run, Progress progress) {
    if (run.isOpen() && progress.awaitsDecision()) {
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
    } catch (RunProblem e) {
      if (e.kind() != RunProblem.Kind.NO_WORKER) {
        throw e;
      }
    }
  }

  private void endure(RunProblem e) {
    Duration silent = Duration.between(answeredAt, surroundings.clock().instant());
    if (!e.passes() || silent.compareTo(PATIENCE) > 0) {
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
