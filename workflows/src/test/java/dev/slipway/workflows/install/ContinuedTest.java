package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.progress.FlowLine;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run goes on as a new one after every line, and ends as if it had not. */
@Timeout(60)
class ContinuedTest {
  private final InstallHarness install = new InstallHarness(ContinuedTest::afterEveryLine);

  @AfterEach
  void close() {
    install.close();
  }

  // Preflight is looked at anew in every run that has no agreement.
  private static boolean afterEveryLine(FlowLine line) {
    return line != InstallLine.PREFLIGHT
        || Workflow.getInfo().getContinuedExecutionRunId().isEmpty();
  }

  private InstallReport report() {
    install.start(InstallHarness.request("")).pass(Duration.ofSeconds(5));
    install.signal("approve", "{\"approver\":\"ada\"}");
    return install.report();
  }

  @Test
  void endsTheSame() {
    InstallReport report = report();

    assertThat(chain()).hasSize(12);
    assertThat(install.world.done)
        .containsExactlyInAnyOrder(
            "claim",
            "record approval of ada",
            "secrets",
            "helm argocd",
            "helm external-secrets",
            "manifests external-secrets",
            "manifests argocd",
            "cluster secret",
            "helm addons-appset",
            "record outcome",
            "release")
        .endsWith("record outcome", "release");
    assertThat(report.approvedBy()).isEqualTo("ada");
    assertThat(report.releases())
        .extracting(release -> release.name())
        .containsExactly("argocd", "external-secrets", "addons-appset");
    assertThat(report.urls()).extracting(probe -> probe.answer()).containsExactly("200", "200");
  }

  @Test
  void keepsEveryStepWithItsTimes() {
    assertThat(report().steps())
        .hasSize(12)
        .allMatch(step -> step.status().equals("DONE"))
        .allMatch(step -> step.finishedAt() != null);
  }

  @Test
  void publishesDetailsStatusAndPlanAnew() {
    install.world.clusterSecretNeverReady("wait");
    install.start(InstallHarness.request("")).pass(Duration.ofSeconds(5));
    install.signal("approve", "{\"approver\":\"ada\"}").pass(Duration.ofSeconds(30));

    JsonNode progress = install.query("progress");

    assertThat(progress.get("cluster").asText()).isEqualTo("123456789012/eu-west-3/idp");
    assertThat(progress.at("/steps/1/detail").asText()).isEqualTo("approved by ada");
    assertThat(progress.at("/steps/6/status").asText()).isEqualTo("RUNNING");
    assertThat(install.details())
        .startsWith("**123456789012/eu-west-3/idp**: running")
        .contains("- ✔ Waiting for approval: approved by ada");
    assertThat(install.query("plan").get("digest").asText()).isEqualTo("d1ce57000001");
  }

  @Test
  void keepsTheDeadlineOfTheFirstRun() {
    install.start(InstallHarness.request("\"deadline\":\"PT2H\",\"reminder\":\"PT1H\""));

    var failure = install.failure();

    assertThat(failure.getType()).isEqualTo("DEADLINE_PASSED");
    assertThat(failure.getOriginalMessage()).isEqualTo("nobody decided within PT2H");
  }

  @Test
  void carriesLittle() {
    install.world.applications(14);
    report();

    List<Integer> sizes = new ArrayList<>();
    for (Payload state : carried()) {
      sizes.add(state.getData().size());
    }

    assertThat(sizes).hasSize(11).allMatch(size -> size <= 64_000);
  }

  @Test
  void tellsALateDecisionWhoDecided() {
    install.world.clusterSecretNeverReady("wait");
    install.start(InstallHarness.request("")).pass(Duration.ofSeconds(5));
    install.signal("approve", "{\"approver\":\"ada\"}").pass(Duration.ofSeconds(30));

    install.signal("reject", "{\"approver\":\"grace\"}").pass(Duration.ofSeconds(5));

    assertThat(install.notes())
        .contains("Ignored a signal of grace: ALREADY_DECIDED: ada decided first: APPROVED");
  }

  @Test
  void goesOnAfterACancelOnlyToGiveTheClusterBack() {
    install.world.clusterSecretNeverReady("wait");
    install.start(InstallHarness.request("")).pass(Duration.ofSeconds(5));
    install.signal("approve", "{\"approver\":\"ada\"}").pass(Duration.ofSeconds(30));

    install.cancel();
    install.pass(Duration.ofSeconds(10));

    assertThat(install.world.done).endsWith("release");
    assertThat(install.query("progress").get("status").asText()).isEqualTo("CANCELLED");
  }

  @Test
  void staysOneRunUnderACronWhoseNextRunCouldNotUseTheState() {
    install.startAs(
        "InstallPlatform",
        InstallHarness.options().setCronSchedule("0 0 1 1 *").build(),
        InstallHarness.json(InstallHarness.request("\"approval\":\"notRequired\"")));

    install.pass(Duration.ofDays(367));

    assertThat(install.world.done).endsWith("record outcome", "release");
  }

  @Test
  void handsOnADecisionThatWasMeantForAnEarlierRun() {
    install.start(InstallHarness.request("")).pass(Duration.ofSeconds(5));
    RunState first =
        new RunState(
            InstallHarness.WORKFLOW_ID,
            install.firstRunId(),
            "InstallPlatform",
            "RUNNING",
            Instant.EPOCH,
            null);

    RunClient runs = new RunClient(install.temporal.getWorkflowClient());
    runs.decide(first, InstallHarness.json("{\"verdict\":\"approve\",\"approver\":\"ada\"}"));

    assertThat(install.report().approvedBy()).isEqualTo("ada");
  }

  private List<Payload> carried() {
    return chain().stream()
        .flatMap(run -> events(run).stream())
        .filter(
            event ->
                event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW)
        .map(event -> event.getWorkflowExecutionContinuedAsNewEventAttributes().getInput())
        .map(input -> input.getPayloads(1))
        .toList();
  }

  /** Run IDs of the whole chain, first to last. */
  private List<String> chain() {
    List<String> runs = new ArrayList<>();
    String next = install.firstRunId();
    while (!next.isEmpty()) {
      runs.add(next);
      List<HistoryEvent> events = events(next);
      next =
          events
              .get(events.size() - 1)
              .getWorkflowExecutionContinuedAsNewEventAttributes()
              .getNewExecutionRunId();
    }
    return runs;
  }

  private List<HistoryEvent> events(String runId) {
    return install
        .temporal
        .getWorkflowClient()
        .fetchHistory(InstallHarness.WORKFLOW_ID, runId)
        .getEvents();
  }
}
