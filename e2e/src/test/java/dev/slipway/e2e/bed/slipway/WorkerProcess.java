package dev.slipway.e2e.bed.slipway;

import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Modules;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.ServerProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Slipway's worker in a JVM of its own, with a clean environment. */
public final class WorkerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private final HttpClient http = HttpClient.newHttpClient();
  private final int adminPort = Ports.free();
  private final ServerProcess process;

  /**
   * A worker that has not been started.
   *
   * @param first folder with classes that take the place of its own; empty for none
   */
  WorkerProcess(String name, Path folder, Map<String, String> environment, String first) {
    List<Object> command = new ArrayList<>(JavaModule.named("worker").commandWith(first));
    command.add("-Xmx512m");
    command.add("dev.slipway.worker.WorkerApplication");
    command.add("server");
    command.add(Modules.folder("worker").resolve("worker.yml"));
    process =
        new ServerProcess(
            Launch.of(name, folder, command.toArray())
                .with(environment)
                .with("SLIPWAY_PORT", Ports.free())
                .with("SLIPWAY_ADMIN_PORT", adminPort));
  }

  /** Starts it, again if it was killed, and waits until it is healthy. */
  public WorkerProcess start() {
    process.start().awaitReady(START, this::isHealthy);
    return this;
  }

  /** SIGKILL. */
  public void kill() {
    process.kill();
  }

  /** To terminate or freeze it, and to read its log. */
  public ServerProcess process() {
    return process;
  }

  public String log() {
    return process.log().text();
  }

  public URI admin() {
    return URI.create("http://127.0.0.1:" + adminPort);
  }

  @Override
  public void close() {
    process.close();
  }

  private boolean isHealthy() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(admin().resolve("/healthcheck")).build();
    return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }
}
