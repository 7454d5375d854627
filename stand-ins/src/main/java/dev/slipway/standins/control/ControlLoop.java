package dev.slipway.standins.control;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Lets controllers look in turn until it is closed or one of them fails. */
public final class ControlLoop implements AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread worker = new Thread(work, "stand-in-controllers");
            worker.setDaemon(true);
            return worker;
          });
  private final ScheduledFuture<?> running;

  public ControlLoop(List<Controller> controllers, Duration pause) {
    running =
        thread.scheduleWithFixedDelay(
            () -> controllers.forEach(Controller::reconcile),
            0,
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * Tells whether the controllers are well.
   *
   * @throws IllegalStateException with what one of them threw
   */
  public void check() {
    if (!running.isDone()) {
      return;
    }
    try {
      running.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A stand-in failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
