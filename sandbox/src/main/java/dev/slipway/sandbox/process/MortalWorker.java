package dev.slipway.sandbox.process;

import dev.slipway.sandbox.screen.Screen;
import dev.slipway.sandbox.screen.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The worker, a process of its own that is killed once and started again. */
public final class MortalWorker {
  private final Screen screen;
  private final Path home;
  private final Path folder;
  private final Map<String, String> environment;
  private WorkerProcess process;
  private boolean killed;

  public MortalWorker(Screen screen, Path home, Path folder, Map<String, String> environment) {
    this.screen = screen;
    this.home = home;
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  public void start() throws Exception {
    start("Starting the worker, a process of its own");
  }

  public boolean wasKilled() {
    return killed;
  }

  public void killAndStartAgain(Texts texts) throws Exception {
    killed = true;
    texts.crash(process.pid());
    process.kill();
    start("Starting another worker; the run goes on where it was");
  }

  public boolean isPolling() throws IOException {
    return process.isPolling();
  }

  public void requireAlive() throws IOException {
    if (!process.isAlive()) {
      throw failed("The worker has ended");
    }
  }

  /** To be thrown, when its log has been shown. */
  public IllegalStateException failed(String why) throws IOException {
    screen.verbatim(process.lastWords());
    return new IllegalStateException(why);
  }

  private void start(String text) throws Exception {
    Path log = folder.resolve(killed ? "second-worker.log" : "first-worker.log");
    process = CleanUp.later(WorkerProcess.start(home, log, environment));
    screen.action(text + " (pid " + process.pid() + ")");
  }
}
