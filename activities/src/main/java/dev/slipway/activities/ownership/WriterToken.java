package dev.slipway.activities.ownership;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A writer's token, looked at again and again until it is closed. */
public final class WriterToken implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WriterToken.class);
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final LeaseWriters writers;
  private final String writer;
  private final LongSupplier nanoTime;
  private final Thread watch;
  private volatile long seenAt;
  private volatile boolean lost;

  /**
   * A token that was taken just now.
   *
   * @param nanoTime what tells how long ago it was seen
   */
  WriterToken(LeaseWriters writers, String writer, LongSupplier nanoTime) {
    this.writers = writers;
    this.writer = writer;
    this.nanoTime = nanoTime;
    this.seenAt = nanoTime.getAsLong();
    watch = new Thread(this::watch, "writer-" + writer);
    watch.setDaemon(true);
    watch.start();
  }

  /**
   * Goes before every write, and again and again during a long one.
   *
   * @throws ApplicationFailure {@link FailureType#CLUSTER_UNREACHABLE} where somebody else has the
   *     token by now, or nobody can tell
   */
  public void requireHeld() {
    if (lost) {
      throw FailureType.CLUSTER_UNREACHABLE.failure(
          "Somebody else writes %s by now, or the run does not hold the cluster any more"
              .formatted(writer));
    }
    if (nanoTime.getAsLong() - seenAt > WriterTokens.BLIND.toNanos()) {
      throw FailureType.CLUSTER_UNREACHABLE.failure(
          "%s could not be read for %d s, so nobody knows whether %s may go on"
              .formatted(ClusterLease.OBJECT, WriterTokens.BLIND.toSeconds(), writer));
    }
  }

  /** Gives it back; where that fails, the successor waits. */
  @Override
  public void close() {
    watch.interrupt();
    boolean interrupted = Thread.interrupted();
    try {
      writers.giveBack(writer);
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).addKeyValue("writer", writer).log("Token could not be given back");
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void watch() {
    try {
      while (!lost) {
        Thread.sleep(LOOK.toMillis());
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was true when the question was asked is known from then on. */
  void look() {
    long asked = nanoTime.getAsLong();
    try {
      if (writers.has(writer)) {
        seenAt = asked;
      } else {
        lost = true;
      }
    } catch (RuntimeException e) {
      LOG.atDebug().setCause(e).addKeyValue("writer", writer).log("Token could not be read");
    }
  }
}
