package dev.slipway.e2e.parking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.Run;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.install.steps.InstallLine;
import java.time.Duration;

/** One trouble after the other in one run, whose worker dies each time while the run is parked. */
final class Troubles {
  private final Run run;
  private final WorkerProcess worker;
  private int attention;
  private long since = System.nanoTime();

  Troubles(Run run, WorkerProcess worker) {
    this.run = run;
    this.worker = worker;
  }

  /** Waits until the run is parked anew, and prints how long that took. */
  Troubles parks(String trouble, InstallLine step, FailureType failure, String... words) {
    attention++;
    JsonNode parked = run.awaitAttention(attention);
    long seconds = Duration.ofNanos(System.nanoTime() - since).toSeconds();
    String message = parked.path("message").asText();
    System.err.printf(
        "  %s | %s | %s | %d s | %s%n",
        trouble,
        parked.path("step").asText(),
        parked.path("failure").asText(),
        seconds,
        message.replace('\n', ' '));
    assertThat(parked.path("step").asText()).as(message).isEqualTo(step.name());
    assertThat(parked.path("failure").asText()).as(message).isEqualTo(failure.name());
    assertThat(message).contains(words);
    return this;
  }

  /** What is wrong now has been mended, or replaced by something else. */
  Run retry() {
    worker.kill();
    worker.start();
    since = System.nanoTime();
    return run.answer("retry", attention);
  }
}
