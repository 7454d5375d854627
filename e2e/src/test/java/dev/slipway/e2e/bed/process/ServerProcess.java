package dev.slipway.e2e.bed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** One real process of the bed: can be started, stopped, frozen, killed, and started again. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration LONGEST_GRACE = Duration.ofSeconds(10);
  private final Launch launch;
  private final ServerLog log;
  private Process process;

  public ServerProcess(Launch launch) {
    this.launch = launch;
    log = new ServerLog(launch.folder().resolve(launch.name() + ".log"));
  }

  public static ServerProcess start(Launch launch) {
    return new ServerProcess(launch).start();
  }

  public synchronized ServerProcess start() {
    if (isRunning()) {
      throw new IllegalStateException(launch.name() + " runs already");
    }
    try {
      Files.createDirectories(launch.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process = Launcher.start(launch, Redirect.appendTo(log.file().toFile()));
    return this;
  }

  public ServerProcess awaitReady(Duration limit, Callable<Boolean> probe) {
    Await.until(
        launch.name() + " is ready",
        limit,
        () -> {
          if (!isRunning()) {
            throw new Await.Hopeless(launch.name() + " ended with " + exitCode() + log.tail());
          }
          return probe.call();
        },
        log::tail);
    return this;
  }

  /** Starts it if it has ended, and goes on with it if it was frozen. */
  public synchronized void ensureRunning() {
    if (isRunning()) {
      resume();
    } else {
      start();
    }
  }

  /** Asks the process to end (SIGTERM) and waits; after ten seconds it is killed. */
  public void stop() {
    stop(LONGEST_GRACE);
  }

  public synchronized void stop(Duration grace) {
    if (!isRunning()) {
      return;
    }
    resume();
    process.destroy();
    if (!ended(grace)) {
      kill();
    }
  }

  /** SIGKILL. */
  public synchronized void kill() {
    if (process != null) {
      process.destroyForcibly();
      ended(LONGEST_GRACE);
    }
  }

  /** Sends SIGTERM and returns at once. */
  public void terminate() {
    process.destroy();
  }

  /** Waits for the process to end by itself; false when it has not after the limit. */
  public boolean ended(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public void suspend() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  public int exitCode() {
    return process.exitValue();
  }

  public long pid() {
    return process.pid();
  }

  public ServerLog log() {
    return log;
  }

  @Override
  public void close() {
    kill();
  }

  private void signal(String name) {
    Tool.run(launch.folder(), "kill", "-" + name, pid());
  }
}
