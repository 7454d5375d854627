package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * People see, and decide on, one install, although its run goes on as a new one after every line.
 */
@Timeout(60)
class ContinuedForPeopleTest {
  private final InstallHarness install = RunChain.install();

  @AfterEach
  void close() {
    install.close();
  }

  /** Leaves the run in the step that waits for the cluster secret. */
  private void waitForTheClusterSecret() {
    install.world.externalSecrets().neverReady("wait");
    install.planned("").approve("ada").pass(Duration.ofSeconds(30));
  }

  @Test
  void showsTheProgressOfTheRunsBefore() {
    waitForTheClusterSecret();

    JsonNode progress = install.query("progress");

    assertThat(progress.get("cluster").asText()).isEqualTo("123456789012/eu-west-3/idp");
    assertThat(progress.at("/steps/1/detail").asText()).isEqualTo("approved by ada");
    assertThat(progress.at("/steps/6/status").asText()).isEqualTo("RUNNING");
  }

  @Test
  void publishesDetailsAndPlanAnew() {
    waitForTheClusterSecret();

    assertThat(install.details())
        .startsWith("**123456789012/eu-west-3/idp**: running")
        .contains("- ✔ Waiting for approval: approved by ada");
    assertThat(install.query("plan").get("digest").asText()).isEqualTo("d1ce57000001");
  }

  @Test
  void tellsALateDecisionWhoDecided() {
    waitForTheClusterSecret();

    install.signal("reject", "{\"approver\":\"grace\"}").pass(Duration.ofSeconds(5));

    assertThat(install.notes())
        .contains("Ignored a signal of grace: ALREADY_DECIDED: ada decided first: APPROVED");
  }

  @Test
  void handsOnADecisionThatWasMeantForAnEarlierRun() {
    install.planned("");
    RunClient runs = new RunClient(install.temporal.getWorkflowClient());

    runs.decide(firstRun(), InstallHarness.json("{\"verdict\":\"approve\",\"approver\":\"ada\"}"));

    assertThat(install.report().approvedBy()).isEqualTo("ada");
  }

  @Test
  void keepsTheDeadlineOfTheFirstRun() {
    install.start(InstallHarness.request("\"deadline\":\"PT2H\",\"reminder\":\"PT1H\""));

    var failure = install.failure();

    assertThat(failure.getType()).isEqualTo("DEADLINE_PASSED");
    assertThat(failure.getOriginalMessage()).isEqualTo("nobody decided within PT2H");
  }

  @Test
  void goesOnAfterACancelOnlyToGiveTheClusterBack() {
    waitForTheClusterSecret();

    install.cancel();
    install.pass(Duration.ofSeconds(10));

    assertThat(install.world.done()).endsWith("release");
    assertThat(install.status()).isEqualTo("CANCELLED");
  }

  private RunState firstRun() {
    return new RunState(
        InstallHarness.WORKFLOW_ID,
        install.firstRunId(),
        "InstallPlatform",
        "RUNNING",
        Instant.EPOCH,
        null);
  }
}
