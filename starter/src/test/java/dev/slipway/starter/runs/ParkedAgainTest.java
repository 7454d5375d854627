package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.slipway.starter.Cli;
import dev.slipway.starter.LocalTemporal;
import dev.slipway.starter.restart.FakeCluster;
import dev.slipway.starter.restart.RestartAddon;
import dev.slipway.starter.restart.RestartAddonImpl;
import dev.slipway.starter.run.Mender;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.people.NewRun;
import dev.slipway.workflows.people.RunState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that has gone on as another, parks, and parks again: it refuses for itself. */
@Timeout(60)
class ParkedAgainTest {
  private static final String RUN = "restart/parked";

  private final FakeCluster cluster = new FakeCluster().deny();
  private final LocalTemporal temporal =
      new LocalTemporal(
          worker -> {
            worker.registerWorkflowImplementationFactory(
                RestartAddon.class, () -> new RestartAddonImpl(RestartAddonImpl.TWICE));
            worker.registerActivitiesImplementations(cluster);
          });

  private RunState first;

  // The test server (1.38) loses the end of a run that continues while somebody asks it something.
  @BeforeEach
  void park() throws InterruptedException {
    JsonNode request = JsonNodeFactory.instance.objectNode();
    first = temporal.runs().start(new NewRun("RestartAddon", RUN, "Restart", request));
    cluster.awaitRuns(2);
    temporal.awaitPlan(RUN);
    assertThat(resolve("--retry", "--attention", "1").err())
        .isEqualTo("✗ NOT_PARKED: the run waits for nobody's attention\n");
    cli("approve");
    awaitAttention(1);
  }

  @AfterEach
  void stopTemporal() {
    cluster.let();
    temporal.close();
  }

  @Test
  void goesOnWhenTheCauseIsMended() throws InterruptedException {
    cluster.let().mend();
    assertThat(resolve("--retry", "--as", "ann").err()).endsWith("✔ Attention 1: retry by ann\n");
    cluster.awaitRuns(3);
    assertThat(cli("watch").exitCode()).isZero();
  }

  @Test
  void refusesWithCodeFive() {
    assertRefused(
        resolve("--skip", "--reason", "later"),
        "NOT_SKIPPABLE: the platform needs this step: Restarting the addon; retry or abort");
    assertRefused(
        resolve("--abort", "--attention", "2"),
        "WRONG_ATTENTION: the run waits with attention 1, not 2");
    assertThat(resolve("--skip").exitCode()).isEqualTo(5);
  }

  @Test
  void saysWhoAnsweredFirst() {
    cluster.mend();
    resolve("--retry", "--as", "ann");
    assertRefused(
        resolve("--abort", "--attention", "1"),
        "ALREADY_ANSWERED: ann answered attention 1 first: retry");
  }

  @Test
  void handsAnAnswerOnToTheRunThatGoesOn() {
    parkAgain();
    Mender bob = new Mender(temporal.runs(), "bob");
    assertThatThrownBy(() -> bob.answer(first, Answer.ABORT, 1, null))
        .hasMessage("WRONG_ATTENTION: the run waits with attention 2, not 1");
    assertThat(bob.answer(first, Answer.ABORT, 2, null).words()).isEqualTo("abort by bob");
    assertThat(cli("watch").exitCode()).isEqualTo(1);
  }

  @Test
  void saysHowOftenItWasTried() {
    parkAgain();
    assertThat(cli("status").out())
        .contains("Attention 2: Restarting the addon cannot go on", ", tried 2 times;")
        .contains("slipway resolve -w restart/parked --attention 2 --abort\n")
        .doesNotContain("--skip");
  }

  @Test
  void asksAtATerminalForEachAttentionOnce() {
    Cli cli = temporal.cli().inATerminal("retry\ntry\nabort\nno\n");
    Cli.Said said = cli.run("watch", "-w", RUN, "--as", "ann");
    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err().split("What now", -1)).hasSize(3);
    assertThat(said.err())
        .contains("✔ Attention 1: retry by ann: try", "✔ Attention 2: abort by ann: no");
  }

  private void parkAgain() {
    resolve("--retry", "--as", "ann");
    awaitAttention(2);
  }

  private void awaitAttention(int number) {
    while (!cli("status").out().contains("Attention " + number)) {
      Thread.onSpinWait();
    }
  }

  private static void assertRefused(Cli.Said said, String why) {
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).endsWith("✗ " + why + "\n");
  }

  private Cli.Said resolve(String... more) {
    return cli("resolve", more);
  }

  private Cli.Said cli(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, "-w", RUN));
    arguments.addAll(List.of(more));
    return temporal.cli().run(arguments.toArray(String[]::new));
  }
}
