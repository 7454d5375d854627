package dev.slipway.sandbox.process;

import dev.slipway.sandbox.worker.SandboxWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The worker, a JVM of its own. It ends when this one ends, whatever ends it. */
final class WorkerProcess implements AutoCloseable {
  private static final int LAST_LINES = 15;

  private final Path log;
  private final Process process;

  private WorkerProcess(Path log, Process process) {
    this.log = log;
    this.process = process;
  }

  static WorkerProcess start(Path home, Path log, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SandboxWorker.class.getName(),
            "server",
            home.resolve("worker/worker.yml").toString());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("AWS_") || name.startsWith("SLIPWAY_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new WorkerProcess(log, builder.start());
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it has reached Temporal. */
  boolean isPolling() throws IOException {
    return Files.readString(log).contains(": Polling ");
  }

  /** SIGKILL: it has no chance to finish anything. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  String lastWords() throws IOException {
    List<String> lines =
        Files.readAllLines(log).stream().filter(line -> !line.startsWith("\tat ")).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  @Override
  public void close() {
    kill();
  }
}
