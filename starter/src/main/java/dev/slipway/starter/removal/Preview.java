package dev.slipway.starter.removal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.starter.file.RequestFile;
import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.run.TemporalConnection;
import dev.slipway.workflows.digest.Sha256;
import dev.slipway.workflows.people.NewRun;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunOutcome;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.uninstall.UninstallRequest;
import dev.slipway.workflows.wire.Payloads;
import java.time.Duration;

/** Has a worker look at a cluster, and waits for what it saw. */
final class Preview {
  // Longer than the workflow itself takes at most.
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int HASH = 12;

  private final Surroundings surroundings;

  Preview(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Who asks the same at the same moment is given the same answer. */
  <T> T ask(String workflowType, ClusterId cluster, ObjectNode request, Class<T> answer) {
    RequestFile.check(request, UninstallRequest::parse);
    String hash = Sha256.of((workflowType + request).getBytes(UTF_8)).substring(0, HASH);
    NewRun look =
        new NewRun(workflowType, "preview/" + cluster + "/" + hash, "Look at " + cluster, request);
    try (TemporalConnection temporal = TemporalConnection.open(surroundings)) {
      RunClient runs = temporal.runs();
      surroundings.console().action("Looking at " + cluster);
      return read(runs.outcome(runs.join(look), PATIENCE), answer);
    }
  }

  private static <T> T read(RunOutcome outcome, Class<T> answer) {
    if (!outcome.succeeded()) {
      throw new CommandFailure(ExitCode.of(outcome), outcome.words());
    }
    try {
      return Payloads.mapper().treeToValue(outcome.report(), answer);
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          ExitCode.BUG, "The worker answered in a form that this build does not know", e);
    }
  }
}
