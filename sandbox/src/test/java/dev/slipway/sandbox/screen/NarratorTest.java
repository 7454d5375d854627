package dev.slipway.sandbox.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.Progress.Count;
import dev.slipway.workflows.progress.StepState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NarratorTest {
  private static final Instant BEGAN = Instant.parse("2026-01-02T03:04:05Z");
  private static final Picture NONE = null;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Narrator narrator =
      new Narrator(new Screen(new PrintStream(output, /* autoFlush= */ true, UTF_8)));

  @Test
  void tellsHowAStepEnded() {
    narrator.tell(
        progress(
            step("A", "DONE"),
            step("B", "FAILED"),
            step("C", "CANCELLED"),
            step("D", "NOT_REQUIRED"),
            step("E", "PENDING")),
        NONE);

    assertThat(lines())
        .containsExactly(
            "✔ Doing A – done in 1.5 s: word",
            "✗ Doing B: word",
            "✗ Doing C – cancelled",
            "  Doing D – not required");
  }

  @Test
  void tellsAStatusThatItDoesNotKnowInTheWordsThatCameWithIt() {
    narrator.tell(progress(step("A", "HELD_UP")), NONE);

    assertThat(lines()).containsExactly("  Doing A – held up");
  }

  @Test
  void tellsEachStatusOnce() {
    narrator.tell(progress(step("A", "RUNNING")), NONE);
    narrator.tell(progress(step("A", "RUNNING")), NONE);

    assertThat(lines()).containsExactly("► Doing A");
  }

  @Test
  void doesNotTellAgainWhatARunThatGoesOnAsAnotherRemembersLate() {
    narrator.tell(progress(step("A", "DONE")), NONE);
    narrator.tell(progress(step("A", "PENDING")), NONE);
    narrator.tell(progress(step("A", "DONE")), NONE);

    assertThat(lines()).containsExactly("✔ Doing A – done in 1.5 s: word");
  }

  @Test
  void tellsApplicationsBeforeWhatComesAfterThem() {
    narrator.tell(
        progress(
            step("AWAIT_HEALTHY_APPLICATIONS", "RUNNING"),
            step("REPORT_URLS", "RUNNING"),
            step("RECORD_INSTALLATION", "RUNNING")),
        new Picture(BEGAN, "outline", "digest", List.of(up("keycloak-a"))));

    assertThat(lines())
        .containsExactly(
            "► Doing AWAIT_HEALTHY_APPLICATIONS",
            "✔ keycloak-a is Synced and Healthy (1 of 1)",
            "► Doing REPORT_URLS",
            "► Doing RECORD_INSTALLATION");
  }

  private List<String> lines() {
    return output.toString(UTF_8).lines().toList();
  }

  private static Progress progress(StepState... steps) {
    return new Progress(
        "1/eu-west-3/a",
        "RUNNING",
        "running",
        List.of(steps),
        new Count(0, 1),
        List.of(),
        null,
        null);
  }

  private static StepState step(String name, String status) {
    String title = status.toLowerCase(Locale.ROOT).replace('_', ' ');
    return new StepState(
        name, "Doing " + name, status, title, BEGAN, BEGAN.plusMillis(1_500), "word");
  }

  private static Application up(String name) {
    return new Application(
        name, "keycloak", "Synced", "Healthy", "Succeeded", false, true, null, null);
  }
}
