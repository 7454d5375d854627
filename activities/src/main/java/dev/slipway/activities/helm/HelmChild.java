package dev.slipway.activities.helm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.failure.FailureType;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parent's end of one child JVM. Closing it kills the child, whatever it does. */
final class HelmChild implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HelmChild.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENDED = "";

  private final Process process;
  private final Runnable heartbeat;
  private final Duration timeout;
  private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();

  HelmChild(Process process, Runnable heartbeat, Duration timeout) {
    this.process = process;
    this.heartbeat = heartbeat;
    this.timeout = timeout;
    Thread reader = new Thread(this::readReplies, "helm-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  long pid() {
    return process.pid();
  }

  String call(HelmRequest request) {
    try {
      process.outputWriter(UTF_8).append(JSON.writeValueAsString(request)).append('\n').flush();
      HelmReply reply = JSON.readValue(await(request), HelmReply.class);
      if (reply.error() != null) {
        throw HelmFailures.translate(request, reply.error());
      }
      return reply.output();
    } catch (IOException e) {
      throw FailureType.HELM_FAILED.failure("Helm's process ended during " + request);
    }
  }

  private String await(HelmRequest request) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    try {
      while (System.nanoTime() < end) {
        String reply = replies.poll(500, TimeUnit.MILLISECONDS);
        if (ENDED.equals(reply)) {
          throw FailureType.HELM_FAILED.failure(
              "Helm's process ended with code %d during %s".formatted(process.waitFor(), request));
        }
        if (reply != null) {
          return reply;
        }
        heartbeat.run();
        process.outputWriter(UTF_8).append(HelmMain.GO_ON).append('\n').flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FailureType.HELM_FAILED.failure("The worker stops during " + request, e);
    }
    throw FailureType.HELM_FAILED.failure(
        "Helm took longer than %d s for %s".formatted(timeout.toSeconds(), request));
  }

  private void readReplies() {
    try (BufferedReader output = process.inputReader(UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(HelmReply.MARK)) {
          replies.add(line.substring(HelmReply.MARK.length()));
        }
      }
    } catch (IOException closed) {
      LOG.atDebug().setCause(closed).log("Helm's output was closed");
    } finally {
      replies.add(ENDED);
    }
  }

  // Waits for the end of the child: a retry on this worker must not meet it.
  @Override
  public void close() {
    process.destroyForcibly();
    boolean interrupted = false;
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
