package dev.slipway.starter.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.starter.process.Surroundings;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.Progress.Count;
import dev.slipway.workflows.progress.StepState;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggedProgressTest {
  private static final Instant BEGAN = Instant.parse("2026-01-02T03:04:05Z");

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(output, /* autoFlush= */ true, UTF_8);
  private final ProgressDisplay progress =
      ProgressDisplay.in(
          new Surroundings(
              Map.of(),
              InputStream.nullInputStream(),
              stream,
              stream,
              /* terminal= */ false,
              Clock.systemUTC(),
              duration -> {}));

  @Test
  void showsOnceWhatARunThatGoesOnAsAnotherRemembersLate() {
    show("DONE", BEGAN);
    show("PENDING", null);
    show("DONE", BEGAN);

    assertThat(output.toString(UTF_8).lines()).hasSize(1);
  }

  @Test
  void showsAStepThatIsDoneAgain() {
    show("DONE", BEGAN);
    show("PENDING", null);
    show("DONE", BEGAN.plusSeconds(9));

    assertThat(output.toString(UTF_8).lines()).hasSize(2);
  }

  private void show(String status, Instant startedAt) {
    Instant finishedAt = startedAt == null ? null : startedAt.plusSeconds(1);
    StepState step = new StepState("A", "Doing A", status, status, startedAt, finishedAt, null);
    progress.show(
        new Progress(
            "1/eu-west-3/a",
            "RUNNING",
            "running",
            List.of(step),
            new Count(0, 0),
            List.of(),
            null,
            null),
        List.of());
  }
}
