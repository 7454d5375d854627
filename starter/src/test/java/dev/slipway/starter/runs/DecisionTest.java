package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.starter.Cli;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who decides on a plan, and how, with the command. */
@Timeout(60)
class DecisionTest extends ClusterOfItsOwn {
  @Test
  void approvesByClusterAndShowsThePlanFirst() throws Exception {
    install();
    Cli.Said said = decide("approve", "--as", "ann", "--comment", "go", "-o", "json");
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("► The plan for " + id()).contains("✔ approved by ann");
    assertThat(new ObjectMapper().readTree(said.out()).get("comment").asText()).isEqualTo("go");
  }

  @Test
  void refusesTheDigestOfAnotherPlan() throws Exception {
    install();
    Cli.Said said = decide("approve", "--digest", "0123456789ab");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("✗ WRONG_DIGEST: not the digest of the plan");
  }

  @Test
  void refusesSomebodyWhoIsNoApprover() throws Exception {
    Cli.Said said = install("--approver", "ann", "--as", "bob", "--yes");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("✗ NOT_AN_APPROVER: not on the list");
  }

  @Test
  void leavesThePlanToAnApproverWhereThePersonAtTheTerminalIsNone() throws Exception {
    CompletableFuture<Cli.Said> waiting =
        inBackground(cli().inATerminal("yes\n"), "--approver", "carol", "--as", "bob", "--wait");
    approveOnceThereIsAPlan();
    Cli.Said said = waiting.get(30, TimeUnit.SECONDS);
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("◎ The plan waits for a decision");
  }

  @Test
  void rejects() throws Exception {
    install();
    assertThat(decide("reject", "--as", "bob").exitCode()).isZero();
    Cli.Said watched = cli().run("watch", "-w", "platform/" + id());
    assertThat(watched.exitCode()).isEqualTo(3);
    assertThat(watched.err()).contains("✗ REJECTED: rejected by bob");
  }

  @Test
  void refusesADecisionOnARunThatHasEnded() throws Exception {
    install("--wait", "--yes");
    Cli.Said said = decide("approve");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("The run has ended (COMPLETED)");
  }

  @Test
  void asksAPersonAtATerminal() throws Exception {
    Cli.Said said = cli().inATerminal("yes\n").run(arguments("--wait", "--as", "ann"));
    assertThat(said.exitCode()).isZero();
    assertThat(said.err())
        .contains("? Approve this plan?")
        .contains("approved by ann")
        .contains("\u001b[");
  }

  @Test
  void aNoAtTheTerminalEndsTheRun() throws Exception {
    Cli.Said said = cli().inATerminal("no\n").run(arguments("--wait", "--as", "bob"));
    assertThat(said.exitCode()).isEqualTo(3);
    assertThat(said.err()).contains("✗ REJECTED: rejected by bob");
  }

  @Test
  void leavesThePlanToOthersWhenTheInputIsClosed() throws Exception {
    CompletableFuture<Cli.Said> waiting = inBackground(cli().inATerminal(""), "--wait");
    approveOnceThereIsAPlan();
    Cli.Said said = waiting.get(30, TimeUnit.SECONDS);
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("slipway approve -w platform/" + id() + " --digest ");
  }

  @Test
  void withoutATerminalAColleagueApproves() throws Exception {
    CompletableFuture<Cli.Said> waiting = inBackground(cli(), "--wait");
    approveOnceThereIsAPlan();
    Cli.Said said = waiting.get(30, TimeUnit.SECONDS);
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).doesNotContain("?").contains("◎ The plan waits for a decision");
  }
}
