package dev.slipway.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.sandbox.process.CleanUp;
import dev.slipway.sandbox.process.MortalWorker;
import dev.slipway.sandbox.process.TemporalServer;
import dev.slipway.sandbox.process.TemporaryFolder;
import dev.slipway.sandbox.screen.Screen;
import dev.slipway.sandbox.screen.Texts;
import dev.slipway.sandbox.world.DemoRequest;
import dev.slipway.sandbox.world.DemoWorld;
import dev.slipway.sandbox.world.Pace;
import dev.slipway.workflows.install.InstallPlatform;
import dev.slipway.workflows.install.InstallReport;
import dev.slipway.workflows.people.PlatformRun;
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
  private static final String WORKFLOW = DemoRequest.CLUSTER.workflowId();

  private final Screen screen;
  private final Path home;
  private final boolean fast;

  DemoRun(Screen screen, Path home, boolean fast) {
    this.screen = screen;
    this.home = home;
    this.fast = fast;
  }

  /** Whether the platform was installed. */
  boolean play() throws Exception {
    Instant began = Instant.now();
    Path folder = CleanUp.later(TemporaryFolder.make()).path();
    TemporalServer temporal = CleanUp.later(TemporalServer.start(folder));
    Texts texts = new Texts(screen, temporal.isInside());
    texts.first();
    Pace pace = fast ? Pace.fast() : Pace.watchable();
    DemoWorld world = DemoWorld.make(home, folder, pace, texts::syncAskedFor);
    String queue = "slipway-demo-" + ProcessHandle.current().pid();
    Map<String, String> environment = new HashMap<>(world.environment(queue));
    environment.putAll(temporal.environment());
    ObjectNode request = world.request(queue).json();
    texts.request(request, new Texts.Address(temporal.address(), temporal.namespace(), WORKFLOW));
    MortalWorker worker = new MortalWorker(screen, home, folder, environment);
    worker.start();
    CompletableFuture<InstallReport> result = start(temporal, queue, request);
    PlatformRun run = temporal.client().newWorkflowStub(PlatformRun.class, WORKFLOW);
    screen.title("The run");
    new Watch(screen, texts, world, worker, fast).follow(run, result, began);
    return end(texts, result, began);
  }

  private static CompletableFuture<InstallReport> start(
      TemporalServer temporal, String queue, ObjectNode request) {
    WorkflowStub stub =
        temporal
            .client()
            .newUntypedWorkflowStub(
                InstallPlatform.TYPE,
                WorkflowOptions.newBuilder().setWorkflowId(WORKFLOW).setTaskQueue(queue).build());
    stub.start(request);
    return stub.getResultAsync(InstallReport.class);
  }

  private boolean end(Texts texts, CompletableFuture<InstallReport> result, Instant began) {
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
}
