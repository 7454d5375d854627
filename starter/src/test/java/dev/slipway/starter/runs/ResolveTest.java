package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.starter.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a parked run needs, and how a person answers, with the command. */
@Timeout(60)
class ResolveTest extends ParkedRun {
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
    cluster = cluster.replace("stuck", "");
    install();
    awaitPlan();
    Cli.Said said = resolve("--retry");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("✗ The run waits for nobody's attention");
  }

  @Test
  void skipsWhatMayBeSkippedAndSaysWhy() throws Exception {
    cluster = cluster.replace("stuck", "stucklightly");
    parked();
    Cli.Said said = resolve("--skip", "--as", "ann", "--reason", "not needed yet");
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).endsWith("✔ Attention 3: skip by ann: not needed yet\n");
  }

  @Test
  void skipsNothingWithoutAReason() throws Exception {
    cluster = cluster.replace("stuck", "stucklightly");
    parked();
    Cli.Said said = resolve("--skip");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).endsWith("✗ INVALID_ANSWER: reason is missing\n");
  }

  @Test
  void skipsNothingThatThePlatformNeeds() throws Exception {
    parked();
    Cli.Said said = resolve("--skip", "--reason", "no time");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).endsWith("✗ NOT_SKIPPABLE: the platform needs this step\n");
  }

  @Test
  void answersNoRunThatHasEnded() throws Exception {
    cluster = cluster.replace("stuck", "");
    install("--wait", "--yes");
    Cli.Said said = resolve("--abort");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).startsWith("✗ The run has ended (COMPLETED)");
  }
}
