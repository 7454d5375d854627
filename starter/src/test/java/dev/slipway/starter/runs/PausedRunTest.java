package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.starter.Cli;
import dev.slipway.workflows.people.RunState;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that an operator has paused with Temporal's own means. */
@Timeout(30)
class PausedRunTest {
  private static final String WORDS =
      "An operator has paused the run; it answers nothing until: temporal workflow unpause -w"
          + " platform/halted\n";
  private final FakeTemporal temporal = new FakeTemporal();

  @BeforeEach
  void pauseARun() {
    temporal.has("platform/halted", "PAUSED", Instant.parse("2026-01-01T10:00:00Z"));
  }

  @AfterEach
  void stopTemporal() {
    temporal.close();
  }

  @Test
  void isShownAsPausedAndNotAsWithoutWorker() {
    Cli.Said said = temporal.cli().run("status", "-w", "platform/halted");
    assertThat(said.exitCode()).isZero();
    assertThat(said.out())
        .isEqualTo(
            """
            platform/halted run run-1
            started 2026-01-01T10:00:00Z, PAUSED
            """);
    assertThat(said.err()).isEqualTo("⚠ " + WORDS);
  }

  @Test
  void isWatchedToItsEndAndCalledPausedOnce() {
    temporal.terminatesAfterLooks(4);
    Cli.Said said = temporal.cli().run("watch", "-w", "platform/halted");
    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err()).isEqualTo("⚠ " + WORDS + "✗ TERMINATED: Somebody ended it: enough\n");
  }

  @Test
  void isShownAsPausedWhenThatHappensBetweenTwoQuestions() {
    try (FakeTemporal meanwhile = new FakeTemporal()) {
      meanwhile.has("platform/halted", "RUNNING", Instant.parse("2026-01-01T10:00:00Z"));
      Cli.Said said = meanwhile.cli().run("status", "-w", "platform/halted");
      assertThat(said.exitCode()).isZero();
      assertThat(said.out()).startsWith("platform/halted run run-1\n");
      assertThat(said.err()).isEqualTo("⚠ " + WORDS);
    }
  }

  @Test
  void namesNoUrls() {
    Cli.Said said = temporal.cli().run("urls", "-w", "platform/halted");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).isEqualTo("✗ " + WORDS);
  }

  @Test
  void takesNoAnswer() {
    Cli.Said said = temporal.cli().run("resolve", "-w", "platform/halted", "--retry");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).isEqualTo("✗ " + WORDS);
  }

  @Test
  void goesOn() {
    RunState paused =
        new RunState("platform/halted", "run-1", "InstallPlatform", "PAUSED", Instant.EPOCH, null);
    assertThat(paused.isOpen()).isTrue();
  }
}
