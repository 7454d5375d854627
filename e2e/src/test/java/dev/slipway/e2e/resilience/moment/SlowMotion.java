package dev.slipway.e2e.resilience.moment;

import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.workflows.install.steps.InstallLine;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Lets a worker live in short slices and looks while it is frozen: the only way to meet it inside a
 * step that lasts a fraction of a second.
 */
public final class SlowMotion {
  // An API server killed amid the definition of a kind takes five minutes to establish it.
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration SLICE = Duration.ofMillis(40);

  private final Watch watch;
  private final WorkerProcess worker;

  public SlowMotion(Watch watch, WorkerProcess worker) {
    this.watch = watch;
    this.worker = worker;
  }

  /** Leaves the worker frozen inside this step. */
  public Standing freezeIn(InstallLine step) {
    return freezeIn(step, standing -> true);
  }

  /** Leaves the worker frozen inside this step while something more is true. */
  public Standing freezeIn(InstallLine step, Predicate<Standing> more) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    Standing standing = freeze();
    while (!(standing.isIn(step) && more.test(standing))) {
      if (standing.hasPassed(step)) {
        throw new AssertionError("Step " + step + " went by: " + standing);
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Not in step " + step + " in " + LIMIT + ": " + standing);
      }
      live();
      standing = freeze();
    }
    return standing;
  }

  private Standing freeze() {
    worker.process().suspend();
    return watch.standing();
  }

  private void live() {
    worker.process().resume();
    Pause.of(SLICE);
  }
}
