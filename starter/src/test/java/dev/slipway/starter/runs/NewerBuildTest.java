package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.starter.Cli;
import dev.slipway.starter.Golden;
import dev.slipway.starter.LocalTemporal;
import dev.slipway.workflows.people.RunOutcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a newer build says is shown as it is. */
@Timeout(60)
class NewerBuildTest {
  private static final String RUN = "platform/111122223333/eu-west-3/idp";

  private final LocalTemporal temporal =
      new LocalTemporal(
          worker ->
              worker.registerWorkflowImplementationFactory(
                  NewerInstall.class, NewerInstall.Answers::new));
  private String runId;

  @BeforeEach
  void startARun() {
    runId = temporal.start("InstallPlatform", RUN, "slipway", Map.of("report", "report"));
  }

  @AfterEach
  void stopTemporal() {
    temporal.close();
  }

  @Test
  void itsProgressIsShown() {
    Cli.Said said = temporal.cli().run("status", "-w", RUN);
    assertThat(said.exitCode()).as(said.err()).isZero();
    Golden.assertMatches(
        "newer-status.txt",
        said.out().replace(runId, "RUN").replaceAll("started \\S+", "started TIME,"));
  }

  @Test
  void itsPlanIsShownAndAgreedTo() {
    Cli.Said said = temporal.cli().run("approve", "-w", RUN, "--as", "ann");
    assertThat(said.exitCode()).as(said.err()).isZero();
    Golden.assertMatches("newer-plan.txt", said.err());
  }

  @Test
  void itsLinesAndItsEndAreShown() {
    temporal.cli().run("approve", "-w", RUN);
    Cli.Said said = temporal.cli().run("watch", "-w", RUN);
    assertThat(said.exitCode()).as(said.err()).isZero();
    Golden.assertMatches("newer-ending.txt", said.err() + said.out());
  }

  @Test
  void itIsRedrawnAtATerminal() {
    temporal.cli().run("approve", "-w", RUN);
    Cli.Said said = temporal.cli().inATerminal("").run("watch", "-w", RUN);
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("  [parked] Scanning the images");
  }

  @Test
  void itsReportIsPrintedAsItIs() throws Exception {
    temporal.cli().run("approve", "-w", RUN);
    JsonNode report =
        new ObjectMapper().readTree(temporal.cli().run("watch", "-w", RUN, "-o", "json").out());
    assertThat(report.at("/releases/0/outcome").asText()).isEqualTo("ROLLED_FORWARD");
    assertThat(report.at("/signature/by").asText()).isEqualTo("release-bot");
  }

  @Test
  void aReportOfAnotherShapeIsNoFailure() {
    String run = "platform/111122223333/eu-west-3/odd";
    temporal.start("InstallPlatform", run, "slipway", Map.of("report", "report-of-another-shape"));
    temporal.cli().run("approve", "-w", run);
    Cli.Said said = temporal.cli().run("watch", "-w", run);
    assertThat(said.exitCode()).isZero();
    assertThat(said.err())
        .endsWith(
            """
            ✔ The platform is up
            ⚠ The report is in a form unknown here; see it with -o json
            """);
  }

  @Test
  void itsFailureIsShown() {
    assertThat(new RunOutcome("QUOTA_REACHED", "10 of 10 clusters", null).words())
        .isEqualTo("QUOTA_REACHED: 10 of 10 clusters");
  }
}
