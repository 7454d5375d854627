package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.starter.Cli;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a parked run needs, and how a person answers, with the command. */
@Timeout(60)
class ResolveTest extends ClusterOfItsOwn {
  @BeforeEach
  void chooseAClusterThatParks() {
    cluster = "stuck" + cluster;
  }

  private Cli.Said resolve(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "resolve";
    all[1] = "-w";
    all[2] = "platform/" + id();
    System.arraycopy(more, 0, all, 3, more.length);
    return cli().run(all);
  }

  private void parked() throws Exception {
    install("--yes");
    while (!cli().run("status", "-w", "platform/" + id()).out().contains("Attention 3")) {
      Thread.onSpinWait();
    }
  }

  @Test
  void showsWhatItNeedsAndHowToAnswer() throws Exception {
    parked();
    assertThat(cli().run("status", "-w", "platform/" + id()).out())
        .contains(
            """
            Attention 3: Creating the configuration secrets cannot go on
              ACCESS_DENIED: secret cnoe-ref-impl/idp/config: may not secretsmanager:CreateSecret
              The worker may not do what it has to. Whoever grants rights in AWS or in the cluster\
             adds the one that is named.
              parked for 2m05s, tried 2 times; waits for as long as it takes
            When the cause is mended, or to end the run:
              slipway resolve -w platform/%1$s --attention 3 --retry
              slipway resolve -w platform/%1$s --attention 3 --abort
            """
                .formatted(id()));
  }

  @Test
  void retries() throws Exception {
    parked();
    Cli.Said said = resolve("--retry", "--as", "ann", "--reason", "granted", "-o", "json");
    assertThat(said.err())
        .contains("► Attention 3: Creating the configuration secrets cannot go on")
        .contains("✔ Attention 3: retry by ann: granted");
    assertThat(json(said).get("reason").asText()).isEqualTo("granted");
    assertThat(cli().run("watch", "-w", "platform/" + id()).exitCode()).isZero();
  }

  @Test
  void aborts() throws Exception {
    parked();
    resolve("--abort", "--attention", "3", "--as", "bob");
    Cli.Said watched = cli().run("watch", "-w", "platform/" + id());
    assertThat(watched.exitCode()).isEqualTo(1);
    assertThat(watched.err()).contains("✗ ABORTED: abort by bob");
  }

  @Test
  void doesNotHitAnotherAttention() throws Exception {
    parked();
    Cli.Said said = resolve("--retry", "--attention", "2");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("✗ WRONG_ATTENTION");
  }

  @Test
  void wantsOneAnswer() {
    assertThat(resolve().exitCode()).isEqualTo(2);
    assertThat(resolve("--retry", "--abort").exitCode()).isEqualTo(2);
  }

  @Test
  void hasNothingToAnswerWhereTheRunIsNotParked() throws Exception {
    install();
    awaitPlan();
    Cli.Said said = resolve("--retry");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("✗ The run waits for nobody's attention");
  }

  @Test
  void waitingEndsWithACodeOfItsOwnWhereNobodySitsThere() throws Exception {
    Cli.Said said = install("--wait", "--yes");
    assertThat(said.exitCode()).isEqualTo(9);
    assertThat(said.err())
        .contains("⚠ Attention 3: ")
        .contains("slipway resolve -w platform/" + id() + " --attention 3 --retry");
  }

  @Test
  void asksAPersonAtATerminal() throws Exception {
    Cli.Said said =
        cli().inATerminal("retry\ngranted\n").run(arguments("--wait", "--yes", "--as", "ann"));
    assertThat(said.exitCode()).isZero();
    assertThat(said.err())
        .contains("? What now? [retry / abort / Enter: leave it open]")
        .contains("✔ Attention 3: retry by ann: granted");
  }

  @Test
  void leavesItOpenWhereThePersonDoes() throws Exception {
    CompletableFuture<Cli.Said> waiting = inBackground(cli().inATerminal("\n"), "--wait", "--yes");
    while (resolve("--retry", "--attention", "3").exitCode() != 0) {
      Thread.onSpinWait();
    }
    Cli.Said said = waiting.get(30, TimeUnit.SECONDS);
    assertThat(said.exitCode()).isZero();
    assertThat(said.err().split("What now", -1)).hasSizeBetween(1, 2);
  }
}
