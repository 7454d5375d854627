package dev.slipway.e2e.bed.temporal;

import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.ServerProcess;
import dev.slipway.e2e.bed.process.Servers;
import dev.slipway.e2e.bed.process.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Temporal server that keeps its runs in a file, so that it can be restarted, and the real CLI.
 */
public final class TemporalServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final String OPEN = "ExecutionStatus='Running'";
  private final Path folder;
  private final int port;
  private final String address;
  private ServerProcess process;
  private boolean changed;

  private TemporalServer(Path folder) {
    this.folder = folder;
    port = Ports.free();
    address = "127.0.0.1:" + port;
    process = launch();
  }

  private ServerProcess launch(String... more) {
    List<Object> command =
        new ArrayList<>(
            List.of(
                Servers.path("temporal"),
                "server",
                "start-dev",
                "--headless",
                "--ip=127.0.0.1",
                "--port=" + port,
                "--db-filename=temporal.db",
                "--log-level=warn"));
    command.addAll(List.of(more));
    return new ServerProcess(Launch.of("temporal", folder, command.toArray()));
  }

  public static TemporalServer start(Path folder) {
    TemporalServer server = new TemporalServer(folder);
    server.process.start();
    return server;
  }

  public TemporalServer awaitReady() {
    process.awaitReady(START, () -> tryTemporal("operator", "cluster", "health").exitCode() == 0);
    return this;
  }

  /** The value of {@code TEMPORAL_ADDRESS}. */
  public String address() {
    return address;
  }

  public Map<String, String> environment() {
    return Map.of("TEMPORAL_ADDRESS", address);
  }

  /** Runs the Temporal CLI and returns what it printed; a failing command is an error. */
  public String temporal(String... arguments) {
    Tool.Result result = tryTemporal(arguments);
    if (result.exitCode() != 0) {
      throw new IllegalStateException("temporal " + List.of(arguments) + ": " + result.output());
    }
    return result.output();
  }

  public Tool.Result tryTemporal(String... arguments) {
    List<Object> command = new ArrayList<>(List.of(Servers.path("temporal")));
    command.addAll(List.of(arguments));
    return Tool.tryRun(Launch.of("temporal", folder, command.toArray()).with(environment()));
  }

  /** Restarts it with a value of its dynamic configuration, until the next reset. */
  public void restartWith(String dynamicConfigValue) {
    restartAs(launch("--dynamic-config-value", dynamicConfigValue));
    changed = true;
  }

  /** Ends every open run, so that the next test finds a server without any. */
  public void reset() {
    if (changed) {
      restartAs(launch());
      changed = false;
    }
    process.ensureRunning();
    awaitReady();
    String count = temporal("workflow", "count", "--query", OPEN);
    if (!count.contains("Total: 0")) {
      temporal("workflow", "terminate", "--query", OPEN, "--reason", "bed", "--yes");
    }
  }

  public void stop() {
    process.stop();
  }

  public void restart() {
    restartAs(process);
  }

  private void restartAs(ServerProcess next) {
    process.stop();
    process = next.start();
    awaitReady();
  }

  public ServerProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
