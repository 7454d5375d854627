package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.workflows.wire.TaskQueues;
import dev.slipway.workflows.world.TemporalInMemory;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs that were recorded on real servers, by {@code temporal workflow show -o json}, go on with
 * today's code.
 */
final class ReplayTest {
  private static final Path HISTORIES = Path.of("src/test/resources/histories");
  private static final WorkerOptions PATIENT =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build();

  @ParameterizedTest
  @MethodSource("histories")
  void recordedRunsReplay(Path file) throws IOException {
    WorkflowExecutionHistory history = WorkflowExecutionHistory.fromJson(text(file));
    try (TestWorkflowEnvironment environment = TemporalInMemory.open()) {
      Worker worker = environment.newWorker(TaskQueues.DEFAULT, PATIENT);
      worker.registerWorkflowImplementationTypes(InstallPlatformImpl.class);

      assertThatCode(() -> WorkflowReplayer.replayWorkflowExecution(history, worker))
          .doesNotThrowAnyException();
    }
  }

  private static List<Path> histories() throws IOException {
    try (Stream<Path> files = Files.list(HISTORIES)) {
      return files.sorted().toList();
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream json = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
