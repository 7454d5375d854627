package dev.slipway.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.sandbox.argocd.ArgoCdListener;
import dev.slipway.sandbox.argocd.Pace;
import dev.slipway.workflows.install.InstallPlatform;
import dev.slipway.workflows.install.InstallReport;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.people.PlatformRun;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.StepStatus;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The story: a request, a plan, a decision, the steps, a crash, the end. */
final class DemoRun {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final int UP_BEFORE_THE_CRASH = 4;

  private final Screen screen;
  private final Path home;
  private final boolean fast;
  private final Narrator narrator;
  private Texts texts;
  private MortalWorker worker;
  private String decidedOn = "";

  DemoRun(Screen screen, Path home, boolean fast) {
    this.screen = screen;
    this.home = home;
    this.fast = fast;
    this.narrator = new Narrator(screen);
  }

  /** Whether the platform was installed. */
  boolean play() throws Exception {
    Instant began = Instant.now();
    Path folder = CleanUp.later(TemporaryFolder.make()).path();
    TemporalServer temporal = CleanUp.later(TemporalServer.start(folder));
    texts = new Texts(screen, temporal.isInside());
    texts.first();
    DemoWorld world =
        DemoWorld.make(home, folder, fast ? Pace.fast() : Pace.watchable(), listener());
    String queue = "slipway-demo-" + ProcessHandle.current().pid();
    Map<String, String> environment = new HashMap<>(world.environment(queue));
    environment.putAll(temporal.environment());
    ObjectNode request = world.request(queue).json();
    texts.request(request, temporal);
    worker = new MortalWorker(screen, home, folder, environment);
    worker.start();
    CompletableFuture<InstallReport> result = start(temporal, queue, request);
    PlatformRun run =
        temporal.client().newWorkflowStub(PlatformRun.class, DemoRequest.CLUSTER.workflowId());
    screen.title("The run");
    follow(run, result, world, began.plus(LIMIT));
    return end(result, began);
  }

  private CompletableFuture<InstallReport> start(
      TemporalServer temporal, String queue, ObjectNode request) {
    WorkflowStub stub =
        temporal
            .client()
            .newUntypedWorkflowStub(
                InstallPlatform.TYPE,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(DemoRequest.CLUSTER.workflowId())
                    .setTaskQueue(queue)
                    .build());
    stub.start(request);
    return stub.getResultAsync(InstallReport.class);
  }

  private void follow(
      PlatformRun run, CompletableFuture<InstallReport> result, DemoWorld world, Instant deadline)
      throws Exception {
    while (!result.isDone()) {
      world.check();
      worker.requireAlive();
      if (Instant.now().isAfter(deadline)) {
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

  private boolean end(CompletableFuture<InstallReport> result, Instant began) {
    try {
      texts.last(result.join(), Duration.between(began, Instant.now()));
      return true;
    } catch (CompletionException e) {
      screen.failure("Not installed: " + reason(e));
      return false;
    }
  }

  static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof ApplicationFailure)) {
      cause = cause.getCause();
    }
    return cause instanceof ApplicationFailure named
        ? named.getType() + ": " + named.getOriginalMessage()
        : String.valueOf(cause.getMessage());
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

  private ArgoCdListener listener() {
    return new ArgoCdListener() {
      @Override
      public void syncFailed(String application, String reason) {}

      @Override
      public void syncAskedFor(String application, String by) {
        screen.action(
            by
                + " asks Argo CD to sync "
                + application
                + " now; its own retry would sleep up to 60 s");
      }
    };
  }
}
