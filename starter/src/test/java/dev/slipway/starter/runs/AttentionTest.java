package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.starter.Cli;
import dev.slipway.workflows.people.RunClient;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that parks while somebody follows it, with a terminal and without. */
@Timeout(60)
class AttentionTest extends ParkedRun {
  private static final String ASKED = "? What now? [retry / abort / Enter: leave it open]";

  private Cli.Said waitAtATerminal(String typed) throws Exception {
    return cli().inATerminal(typed).run(arguments("--wait", "--yes", "--as", "ann"));
  }

  private Cli.Said watch(Cli cli) {
    return cli.run("watch", "-w", "platform/" + id(), "--as", "ann");
  }

  // Answers for a colleague, when the run has been looked at while it was parked.
  private Cli whereAColleagueAnswers(Cli cli) {
    RunClient runs = temporal.runs();
    AtomicInteger looks = new AtomicInteger();
    return cli.pausing(
        duration -> {
          boolean parked = runs.progress(runs.describe("platform/" + id())).needsAttention();
          if (parked && looks.incrementAndGet() == 3) {
            assertThat(resolve("--retry", "--as", "bob").exitCode()).isZero();
          }
        });
  }

  @Test
  void endsTheWaitWithACodeOfItsOwnWhereNobodySitsThereWhateverYesSays() throws Exception {
    Cli.Said said = install("--wait", "--yes");
    assertThat(said.exitCode()).isEqualTo(9);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .endsWith(
            """
            ⚠ Attention 3: Creating the configuration secrets cannot go on
                ACCESS_DENIED: secret cnoe-ref-impl/idp/config: may not secretsmanager:CreateSecret
                The worker may not do what it has to. Whoever grants rights in AWS or in the cluster\
             adds the one that is named.
                parked for 2m05s, tried 2 times; waits for as long as it takes
            ◎ The run waits. When the cause is mended, from any terminal:
              slipway resolve -w platform/%1$s --attention 3 --retry
              slipway resolve -w platform/%1$s --attention 3 --abort
            ✗ The run needs a person; it goes on when it is answered
            """
                .formatted(id()));
    assertThat(resolve("--retry").exitCode()).isZero();
  }

  @Test
  void endsAWatchWithTheSameCode() throws Exception {
    cluster = cluster.replace("stuck", "stucklightly");
    parked();
    Cli.Said said = watch(cli());
    assertThat(said.exitCode()).isEqualTo(9);
    assertThat(said.err())
        .endsWith(
            """
            ◎ The run waits. When the cause is mended, from any terminal:
              slipway resolve -w platform/%1$s --attention 3 --retry
              slipway resolve -w platform/%1$s --attention 3 --skip --reason WHY
              slipway resolve -w platform/%1$s --attention 3 --abort
            ✗ The run needs a person; it goes on when it is answered
            """
                .formatted(id()));
  }

  @Test
  void isPutToAPersonAtATerminal() throws Exception {
    Cli.Said said = waitAtATerminal("retry\ngranted\n");
    assertThat(said.exitCode()).isZero();
    assertThat(said.err())
        .contains(ASKED + " ? Why? [Enter: no word] ✔ Attention 3: retry by ann: granted\n");
  }

  @Test
  void isPutToWhoWatches() throws Exception {
    parked();
    Cli.Said said = watch(cli().inATerminal("abort\n\n"));
    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err()).contains("✔ Attention 3: abort by ann\n", "✗ ABORTED: abort by ann");
  }

  @Test
  void isSkippedWhereItMayBe() throws Exception {
    cluster = cluster.replace("stuck", "stucklightly");
    Cli.Said said = waitAtATerminal("skip\nnot needed yet\n");
    assertThat(said.exitCode()).isZero();
    assertThat(said.err())
        .contains("? What now? [retry / skip / abort / Enter: leave it open]")
        .contains("✔ Attention 3: skip by ann: not needed yet\n");
  }

  @Test
  void isAskedAgainAfterAWordThatIsNoChoice() throws Exception {
    Cli.Said said = waitAtATerminal("skip\nRETRY\n\n");
    assertThat(said.exitCode()).isZero();
    assertThat(said.err())
        .contains(ASKED + " " + ASKED + " ? Why? [Enter: no word] ✔ Attention 3: retry by ann\n");
  }

  @Test
  void isLeftOpenAndNotPutToThePersonAgain() throws Exception {
    Cli cli = whereAColleagueAnswers(cli().inATerminal("\nabort\n\n"));
    Cli.Said said = cli.run(arguments("--wait", "--yes"));
    assertThat(said.exitCode()).isZero();
    assertThat(said.err())
        .containsOnlyOnce("? What now?")
        .contains("◎ The run waits. When the cause is mended, from any terminal:\n");
  }

  @Test
  void isLeftOpenWithoutAReasonToSkip() throws Exception {
    cluster = cluster.replace("stuck", "stucklightly");
    Cli cli = whereAColleagueAnswers(cli().inATerminal("skip\n\n"));
    Cli.Said said = cli.run(arguments("--wait", "--yes"));
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("? Why? [Enter: leave it open] ◎ The run waits.");
  }

  @Test
  void isPutToThePersonAgainWithAnotherNumber() throws Exception {
    cluster = cluster.replace("stuck", "stucktwice");
    Cli.Said said = waitAtATerminal("retry\n\nretry\ngranted\n");
    assertThat(said.exitCode()).isZero();
    assertThat(said.err())
        .contains("✔ Attention 3: retry by ann\n", "✔ Attention 4: retry by ann: granted\n");
  }
}
