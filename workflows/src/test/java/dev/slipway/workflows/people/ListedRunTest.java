package dev.slipway.workflows.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who waits for a person comes first, and what Temporal says of an end counts. */
final class ListedRunTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static ListedRun run(String status, int minute, boolean open) {
    Instant started = NOON.plusSeconds(60L * minute);
    return new ListedRun(
        status + minute, "run", "InstallPlatform", status, "", "", started, open ? null : started);
  }

  @Test
  void whoWaitsForAPersonComesFirst() {
    assertThat(
            Stream.of(
                    run("SUCCEEDED", 9, false),
                    run("RUNNING", 8, true),
                    run("NEEDS_ATTENTION", 1, false),
                    run("AWAITING_APPROVAL", 2, true),
                    run("FAILED", 10, false),
                    run("APPROVAL_DUE", 1, true),
                    run("NEEDS_ATTENTION", 3, true),
                    run("NEEDS_ATTENTION", 4, true),
                    run("PAUSED", 1, true))
                .sorted(ListedRun.WAITING_FIRST)
                .map(ListedRun::workflowId))
        .containsExactly(
            "NEEDS_ATTENTION4",
            "NEEDS_ATTENTION3",
            "APPROVAL_DUE1",
            "AWAITING_APPROVAL2",
            "PAUSED1",
            "RUNNING8",
            "NEEDS_ATTENTION1",
            "FAILED10",
            "SUCCEEDED9");
  }

  @Test
  void anEndCountsMoreThanWhatTheRunShowedLast() {
    assertThat(ListedRun.standing("RUNNING", "NEEDS_ATTENTION")).isEqualTo("NEEDS_ATTENTION");
    assertThat(ListedRun.standing("RUNNING", null)).isEqualTo("RUNNING");
    assertThat(ListedRun.standing("TERMINATED", "NEEDS_ATTENTION")).isEqualTo("TERMINATED");
    assertThat(ListedRun.standing("TIMED_OUT", "RUNNING")).isEqualTo("TIMED_OUT");
    assertThat(ListedRun.standing("COMPLETED", "RUNNING")).isEqualTo("SUCCEEDED");
    assertThat(ListedRun.standing("CANCELED", "CANCELLED")).isEqualTo("CANCELLED");
    assertThat(ListedRun.standing("PAUSED", "RUNNING")).isEqualTo("PAUSED");
  }
}
