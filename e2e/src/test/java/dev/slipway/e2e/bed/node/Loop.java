package dev.slipway.e2e.bed.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Repeats a pass over the cluster; a pass that fails is noted in a log and tried again. */
public final class Loop implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 700;
  private final Path log;
  private final Thread thread;
  private volatile boolean closed;
  private String lastProblem = "";

  public Loop(String name, Path folder, Runnable pass) {
    log = folder.resolve(name + ".log");
    thread = new Thread(() -> repeat(pass), "bed-" + name);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  public void note(String line) {
    try {
      Files.writeString(
          log,
          Instant.now() + " " + line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the loop after the pass that is under way. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void repeat(Runnable pass) {
    while (!closed) {
      attempt(pass);
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void attempt(Runnable pass) {
    try {
      pass.run();
      lastProblem = "";
    } catch (RuntimeException e) {
      String problem = e.getClass().getSimpleName();
      if (!problem.equals(lastProblem)) {
        note("Skipping passes: " + e);
      }
      lastProblem = problem;
    }
  }
}
