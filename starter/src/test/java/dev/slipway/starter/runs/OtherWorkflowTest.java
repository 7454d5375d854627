package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.starter.Cli;
import dev.slipway.starter.Golden;
import dev.slipway.starter.LocalTemporal;
import dev.slipway.starter.restart.FakeCluster;
import dev.slipway.starter.restart.RestartAddon;
import dev.slipway.starter.restart.RestartAddonImpl;
import dev.slipway.starter.run.Approver;
import dev.slipway.workflows.people.RunProblem;
import dev.slipway.workflows.people.RunState;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A workflow with lines of its own, of which the command knows nothing. */
@Timeout(60)
class OtherWorkflowTest {
  private static final String RUN = "restart/keycloak";

  private final LocalTemporal temporal =
      new LocalTemporal(
          worker -> {
            worker.registerWorkflowImplementationFactory(
                RestartAddon.class, () -> new RestartAddonImpl(RestartAddonImpl.NEVER));
            worker.registerActivitiesImplementations(new FakeCluster().let());
          });
  private String runId;

  @BeforeEach
  void startARun() {
    runId = temporal.start("RestartAddon", RUN, "slipway", Map.of());
    temporal.awaitPlan(RUN);
  }

  @AfterEach
  void stopTemporal() {
    temporal.close();
  }

  @Test
  void itsLinesAreShown() {
    Cli.Said said = cli("status");
    assertThat(said.exitCode()).isZero();
    Golden.assertMatches(
        "status-of-another-workflow.txt",
        said.out().replace(runId, "RUN").replaceAll("started \\S+", "started TIME,"));
  }

  @Test
  void itsPlanIsShownAndAgreedTo() {
    Cli.Said said = cli("approve", "--as", "ann");
    assertThat(said.exitCode()).isZero();
    assertThat(said.err())
        .isEqualTo(
            """
            ► The plan for 111122223333/eu-west-3/idp
                addon  keycloak
              Changes
                restart StatefulSet keycloak
              Digest 9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f
            ✔ approved by ann, plan 9c1f9c1f9c1f
            """);
  }

  @Test
  void itIsFollowedToItsEnd() throws Exception {
    CompletableFuture<Cli.Said> watching = CompletableFuture.supplyAsync(() -> cli("watch"));
    cli("approve");
    Cli.Said watched = watching.get(30, TimeUnit.SECONDS);
    assertThat(watched.exitCode()).isZero();
    assertThat(watched.out()).isEmpty();
    assertThat(watched.err()).contains("✔ Restarting the addon").endsWith("✔ Done\n");
    assertThat(cli("status").out()).contains("COMPLETED").contains("idp: succeeded");
  }

  @Test
  void itsReportIsPrintedAsItIs() throws Exception {
    cli("approve");
    JsonNode report = new ObjectMapper().readTree(cli("watch", "-o", "json").out());
    assertThat(report).hasToString("{\"restarted\":\"keycloak\"}");
  }

  @Test
  void itIsRefused() {
    assertThat(cli("reject", "--as", "bob", "--comment", "not today").exitCode()).isZero();
    Cli.Said watched = cli("watch");
    assertThat(watched.exitCode()).isEqualTo(3);
    assertThat(watched.err())
        .contains("✗ Waiting for a go-ahead")
        .endsWith(
            """
            ✗ REJECTED: rejected by bob: not today
              An approver refused the plan. The caller talks to them and starts again.
            """);
  }

  @Test
  void aDecisionThatComesTooLateIsRefused() {
    RunState seenOpen = temporal.runs().describe(RUN);
    cli("approve");
    cli("watch");
    Approver bob = new Approver(temporal.runs(), "bob");
    assertThatThrownBy(() -> bob.decide(seenOpen, "reject", "9c1f9c1f9c1f", /* comment= */ null))
        .isInstanceOf(RunProblem.class)
        .hasMessage("The run has ended; nothing is left to decide: restart/keycloak")
        .extracting(e -> ((RunProblem) e).kind())
        .isEqualTo(RunProblem.Kind.REFUSED);
  }

  private Cli.Said cli(String command, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = command;
    arguments[1] = "-w";
    arguments[2] = RUN;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return temporal.cli().run(arguments);
  }
}
