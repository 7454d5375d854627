package dev.slipway.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The shipped worker.yml in a JVM of its own. */
final class WorkerProcess implements AutoCloseable {
  static final long PATIENCE_SECONDS = 90;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final int adminPort = freePort();
  private final Process process;

  WorkerProcess(Class<?> application, String temporalAddress, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            application.getName(),
            "server",
            "worker.yml");
    builder.environment().keySet().removeIf(name -> name.matches("(TEMPORAL|SLIPWAY|AWS)_.*"));
    builder.environment().put("TEMPORAL_ADDRESS", temporalAddress);
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().put("SLIPWAY_PACKAGES", "../packages");
    builder.environment().put("SLIPWAY_PORT", "0");
    builder.environment().put("SLIPWAY_ADMIN_PORT", Integer.toString(adminPort));
    builder.environment().putAll(environment);
    process = builder.redirectErrorStream(true).start();
    Thread reader = new Thread(this::read, "worker-output");
    reader.setDaemon(true);
    reader.start();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line that holds the text; what came before it is gone. */
  String awaitLine(String text) throws InterruptedException {
    List<String> seen = new java.util.ArrayList<>();
    while (true) {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("no line with '" + text + "' in " + seen);
      }
      if (line.contains(text)) {
        return line;
      }
      seen.add(line);
    }
  }

  HttpResponse<String> admin(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + adminPort + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  void terminate() {
    // Not Process.destroy, which closes the output as well.
    process.toHandle().destroy();
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add("output ended: " + e.getMessage());
    }
  }
}
