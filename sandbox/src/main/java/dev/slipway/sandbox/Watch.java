package dev.slipway.sandbox;

import dev.slipway.sandbox.process.MortalWorker;
import dev.slipway.sandbox.screen.Approver;
import dev.slipway.sandbox.screen.Mender;
import dev.slipway.sandbox.screen.Narrator;
import dev.slipway.sandbox.screen.Screen;
import dev.slipway.sandbox.screen.Texts;
import dev.slipway.sandbox.world.DemoWorld;
import dev.slipway.workflows.install.InstallReport;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.people.PlatformRun;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.StepStatus;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Follows the run, plays the people that it waits for, and kills its worker once. */
final class Watch {
  /** Far more than a run takes: whoever waits so long has met a bug. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** Often enough to see every step, and seldom enough for a server in memory. */
  private static final Duration LOOK = Duration.ofMillis(300);

  private static final int UP_BEFORE_THE_CRASH = 4;

  private final Screen screen;
  private final Texts texts;
  private final DemoWorld world;
  private final MortalWorker worker;
  private final boolean fast;
  private final Narrator narrator;
  private String decidedOn = "";
  private int answered;

  Watch(Screen screen, Texts texts, DemoWorld world, MortalWorker worker, boolean fast) {
    this.screen = screen;
    this.texts = texts;
    this.world = world;
    this.worker = worker;
    this.fast = fast;
    narrator = new Narrator(screen);
  }

  void follow(PlatformRun run, CompletableFuture<InstallReport> result, Instant began)
      throws Exception {
    while (!result.isDone()) {
      world.check();
      worker.requireAlive();
      if (Instant.now().isAfter(began.plus(LIMIT))) {
        throw worker.failed("It takes too long");
      }
      if (worker.isPolling()) {
        look(run);
      }
      Thread.sleep(LOOK.toMillis());
    }
    look(run);
  }

  private void look(PlatformRun run) throws Exception {
    Progress progress;
    try {
      progress = run.progress();
      narrator.tell(progress, run.applications());
    } catch (WorkflowException | StatusRuntimeException e) {
      // A worker that starts does not answer in time; the next look will tell.
      return;
    }
    if (progress.awaitsDecision()) {
      decide(run);
    }
    if (progress.needsAttention() && progress.attention().number() > answered) {
      answered = progress.attention().number();
      new Mender(screen).answer(run, progress.attention(), world::grant);
    }
    if (!worker.wasKilled() && isTimeToCrash(progress)) {
      worker.killAndStartAgain(texts);
    }
  }

  private void decide(PlatformRun run) {
    Plan plan = run.plan();
    if (plan != null && !decidedOn.equals(plan.digest())) {
      decidedOn = plan.digest();
      new Approver(screen).decide(run, plan);
      screen.title("The steps");
    }
  }

  /** With fast stand-ins, the wait for applications is too short for a worker to die in. */
  private boolean isTimeToCrash(Progress progress) {
    return fast
        ? isRunning(InstallLine.SETTLE, progress)
        : isRunning(InstallLine.AWAIT_HEALTHY_APPLICATIONS, progress)
            && narrator.applicationsUp() >= UP_BEFORE_THE_CRASH;
  }

  private static boolean isRunning(InstallLine line, Progress progress) {
    return progress.steps().stream()
        .anyMatch(step -> step.step().equals(line.name()) && step.stands(StepStatus.RUNNING));
  }
}
