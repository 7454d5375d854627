package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.starter.Cli;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which runs the command lists, and in what order. */
@Timeout(30)
class ListRunsTest {
  private final FakeTemporal temporal = new FakeTemporal();

  @AfterEach
  void stopTemporal() {
    temporal.close();
  }

  private static Instant at(String time) {
    return Instant.parse("2026-01-01T" + time + "Z");
  }

  private void thereAreRuns() {
    temporal
        .has("platform/running", "RUNNING", at("10:02:00"), "RUNNING", "a", "SETTLE")
        .has("platform/asks", "RUNNING", at("10:01:00"), "AWAITING_APPROVAL", "b", "APPROVAL")
        .has("platform/parked", "RUNNING", at("08:00:00"), "NEEDS_ATTENTION", "c", "SETTLE")
        .has("platform/due", "RUNNING", at("09:00:00"), "APPROVAL_DUE", "d", "APPROVAL")
        .has("platform/halted", "PAUSED", at("09:30:00"), "RUNNING", "e", "SETTLE")
        .has("platform/killed", "TERMINATED", at("09:59:00"), "NEEDS_ATTENTION", "f", "SETTLE")
        .has("platform/late", "TIMED_OUT", at("09:58:00"), "RUNNING", "g", "SETTLE")
        .has("platform/chained", "CONTINUED_AS_NEW", at("09:57:30"), "RUNNING", "h", "SETTLE")
        .has("platform/done", "COMPLETED", at("09:57:00"), "SUCCEEDED", "i", "REPORT_URLS");
  }

  @Test
  void whoWaitsForAPersonComesFirstAndHowARunEndedCounts() {
    thereAreRuns();
    Cli.Said said = temporal.cli().run("list");
    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.out())
        .isEqualTo(
            """
            STATUS             CLUSTER                   STEP         SINCE       RUN
            needs attention    111122223333/eu-west-3/c  settle       2h02m ago   platform/parked
            approval due       111122223333/eu-west-3/d  approval     1h02m ago   platform/due
            awaiting approval  111122223333/eu-west-3/b  approval     1m05s ago   platform/asks
            paused             111122223333/eu-west-3/e  settle       32m05s ago  platform/halted
            running            111122223333/eu-west-3/a  settle       5s ago      platform/running
            terminated         111122223333/eu-west-3/f  settle       3m05s ago   platform/killed
            timed out          111122223333/eu-west-3/g  settle       4m05s ago   platform/late
            succeeded          111122223333/eu-west-3/i  report urls  5m05s ago   platform/done
            """);
    assertThat(said.err()).isEmpty();
  }

  @Test
  void asksForRunsOfWhateverWorkflow() {
    temporal.cli().run("list");
    assertThat(temporal.asked())
        .containsExactly(
            "SlipwayStatus IS NOT NULL AND ExecutionStatus IN ('Running', 'Paused')",
            "SlipwayStatus IS NOT NULL AND ExecutionStatus IN"
                + " ('Completed', 'Failed', 'Canceled', 'Terminated', 'TimedOut')");
  }

  @Test
  void saysThatThereIsNone() {
    assertThat(temporal.cli().run("list").out()).isEqualTo("No runs\n");
  }

  @Test
  void showsAsManyThatHaveEndedAsAreAskedFor() {
    thereAreRuns();
    assertThat(temporal.cli().run("list", "--limit", "1").out())
        .contains("platform/killed")
        .doesNotContain("platform/late", "platform/done");
    assertThat(temporal.cli().run("list", "--limit", "0").out().lines()).hasSize(6);
  }

  @Test
  void listsTwentyThatHaveEndedByDefault() {
    for (int i = 10; i < 35; i++) {
      temporal.has("platform/" + i, "COMPLETED", at("09:00:" + i), "SUCCEEDED");
    }
    assertThat(temporal.cli().run("list").out().lines()).hasSize(21);
  }

  @Test
  void refusesALimitBelowZero() {
    Cli.Said said = temporal.cli().run("list", "--limit", "-1");
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).isEqualTo("✗ --limit is at least 0, not -1\n");
  }

  @Test
  void listsInstallsWhereTheAttributesAreNotRegistered() {
    temporal.has("platform/running", "RUNNING", at("10:02:00")).doesNotKnow("SlipwayStatus");
    Cli.Said said = temporal.cli().run("list");
    assertThat(said.out())
        .isEqualTo(
            """
            STATUS   CLUSTER  STEP  SINCE   RUN
            running  -        -     5s ago  platform/running
            """);
    assertThat(said.err()).startsWith("⚠ Search attribute SlipwayStatus is not registered");
    assertThat(temporal.asked())
        .contains("WorkflowType = 'InstallPlatform' AND ExecutionStatus IN ('Running', 'Paused')");
  }

  @Test
  void listsRunsOfAServerThatKnowsNoPause() {
    thereAreRuns();
    temporal.doesNotKnow("'Paused'");
    Cli.Said said = temporal.cli().run("list", "--limit", "0");
    assertThat(said.out()).contains("platform/parked").doesNotContain("platform/halted");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void printsJson() throws Exception {
    thereAreRuns();
    JsonNode first =
        new ObjectMapper().readTree(temporal.cli().run("list", "-o", "json").out()).get(0);
    assertThat(first.get("workflowId").asText()).isEqualTo("platform/parked");
    assertThat(first.get("status").asText()).isEqualTo("NEEDS_ATTENTION");
    assertThat(first.get("cluster").asText()).isEqualTo("111122223333/eu-west-3/c");
    assertThat(first.has("closedAt")).isFalse();
  }
}
