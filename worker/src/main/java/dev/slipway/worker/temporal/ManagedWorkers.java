package dev.slipway.worker.temporal;

import dev.slipway.activities.TemporalAccess;
import dev.slipway.activities.visibility.SearchAttributeRegistration;
import dev.slipway.worker.temporal.WorkerState.Phase;
import io.dropwizard.lifecycle.Managed;
import io.grpc.StatusRuntimeException;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the workers as soon as Temporal answers, and drains them at the end: running activities
 * get the grace, then they are interrupted and Temporal gives them to another worker.
 */
public final class ManagedWorkers implements Managed {
  private static final Logger LOGGER = LoggerFactory.getLogger(ManagedWorkers.class);
  // The SDK's own calls get as long for an answer.
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  // Whoever starts Temporal after the worker should not have to wait for long.
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  // Enough to tell Temporal of what was interrupted; then the process ends anyway.
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(3);

  private final TemporalConnection temporal;
  private final WorkerFactory factory;
  private final Duration grace;
  private final Runnable giveUp;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread connecting = new Thread(this::connect, "temporal-connect");
  private volatile WorkerState state = new WorkerState(Phase.CONNECTING, "not asked yet");

  /**
   * Workers that are not started yet.
   *
   * @param grace for running activities at the end
   * @param giveUp ends the process; called when Temporal answers, but refuses this worker
   */
  public ManagedWorkers(
      TemporalConnection temporal, WorkerFactory factory, Duration grace, Runnable giveUp) {
    this.temporal = temporal;
    this.factory = factory;
    this.grace = grace;
    this.giveUp = giveUp;
  }

  public WorkerState state() {
    return state;
  }

  @Override
  public void start() {
    connecting.start();
  }

  @Override
  public void stop() {
    state = new WorkerState(Phase.DRAINING, "finishing running activities");
    stopping.countDown();
    connecting.interrupt();
    LOGGER.atInfo().addKeyValue("grace", grace).log("Draining");
    factory.shutdown();
    factory.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
    if (!factory.isTerminated()) {
      LOGGER.warn("Grace ended, interrupting what still runs");
      factory.shutdownNow();
      factory.awaitTermination(AFTER_INTERRUPT.toMillis(), TimeUnit.MILLISECONDS);
    }
    LOGGER.atInfo().addKeyValue("clean", factory.isTerminated()).log("Drained");
  }

  private void connect() {
    Duration pause = Duration.ofSeconds(1);
    try {
      while (!startFactory(pause)) {
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        pause = longer(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean startFactory(Duration pause) {
    try {
      temporal.check(ANSWER_WITHIN);
      // Before the first poll, so that no run of a new server goes without its search attributes.
      registerSearchAttributes();
      factory.start();
    } catch (StatusRuntimeException e) {
      return stopping.getCount() == 0 || explain(e, pause);
    }
    state = new WorkerState(Phase.POLLING, "polling");
    LOGGER
        .atInfo()
        .addKeyValue("address", temporal.address())
        .addKeyValue("namespace", temporal.namespace())
        .log("Polling");
    return true;
  }

  private void registerSearchAttributes() {
    TemporalAccess access = temporal.access();
    new SearchAttributeRegistration(access.service(), access.namespace()).register();
  }

  private boolean explain(StatusRuntimeException answer, Duration pause) {
    ConnectionProblem problem = ConnectionProblem.of(answer, temporal);
    if (problem.refused()) {
      state = new WorkerState(Phase.REFUSED, problem.message());
      LOGGER.error("Temporal refuses this worker: {}", problem.message());
      giveUp.run();
      return true;
    }
    state = new WorkerState(Phase.CONNECTING, problem.message());
    LOGGER
        .atWarn()
        .addKeyValue("problem", problem.message())
        .addKeyValue("nextAttemptIn", pause)
        .log("Waiting for Temporal");
    return false;
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
