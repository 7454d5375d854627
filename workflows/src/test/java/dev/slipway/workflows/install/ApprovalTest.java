package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.progress.StepState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing is changed before somebody has agreed to the plan that shows it. */
@Timeout(60)
class ApprovalTest {
  private final InstallHarness install = new InstallHarness();

  @AfterEach
  void close() {
    install.close();
  }

  private String digest() {
    return install.query("plan").get("digest").asText();
  }

  @Test
  void changesNothingBeforeTheApproval() {
    install.planned("");

    assertThat(install.world.done()).isEmpty();
    assertThat(install.status()).isEqualTo("AWAITING_APPROVAL");
  }

  @Test
  void goesOnAfterAnApprovalBySignal() {
    install.planned("").signal("approve", "{\"approver\":\"ada\",\"comment\":\"fine\"}");

    assertThat(install.report().approvedBy()).isEqualTo("ada");
    assertThat(install.world.done()).contains("record approval of ada");
  }

  @Test
  void goesOnAfterAnApprovalByUpdate() {
    install.planned("");

    var decision =
        install.update(
            "{\"verdict\":\"approve\",\"approver\":\"ada\",\"planDigest\":\"" + digest() + "\"}");

    assertThat(decision.get("verdict").asText()).isEqualTo("APPROVED");
    assertThat(install.report().approvedBy()).isEqualTo("ada");
  }

  @Test
  void endsWhenSomebodyRejects() {
    install.planned("").signal("reject", "{\"approver\":\"ada\",\"comment\":\"not on a Friday\"}");

    var failure = install.failure();

    assertThat(failure.getType()).isEqualTo("REJECTED");
    assertThat(failure.getOriginalMessage()).isEqualTo("rejected by ada: not on a Friday");
    assertThat(install.world.done()).isEmpty();
  }

  @Test
  void remindsThenEndsAtTheDeadline() {
    install.planned("\"deadline\":\"PT2H\",\"reminder\":\"PT1H\"").pass(Duration.ofMinutes(61));
    assertThat(install.status()).isEqualTo("APPROVAL_DUE");

    var failure = install.failure();

    assertThat(failure.getType()).isEqualTo("DEADLINE_PASSED");
    assertThat(failure.getOriginalMessage()).isEqualTo("nobody decided within PT2H");
    assertThat(install.world.done()).isEmpty();
  }

  @Test
  void takesTheFirstTwelveCharactersOfTheDigest() {
    install.planned("");

    install.signal(
        "approve", "{\"approver\":\"ada\",\"planDigest\":\"" + digest().substring(0, 12) + "\"}");

    assertThat(install.report().approvedBy()).isEqualTo("ada");
  }

  @Test
  void asksAgainWhenTheWorldChangedAfterTheDecision() {
    install.planned("");
    String first = digest();
    install.world.preflight().nextChartVersion();

    install.approve("ada").pass(Duration.ofSeconds(5));

    assertThat(digest()).isNotEqualTo(first);
    assertThat(install.notes()).asString().contains("The world changed after the decision of ada");
    assertThat(install.world.done()).isEmpty();
    install.approve("grace");
    assertThat(install.report().approvedBy()).isEqualTo("grace");
  }

  @Test
  void startsTheClockOfASecondLookAnew() {
    install.planned("").pass(Duration.ofHours(5)).approve("ada");

    StepState preflight = install.report().steps().get(0);

    assertThat(Duration.between(preflight.startedAt(), preflight.finishedAt()))
        .isLessThan(Duration.ofHours(1));
  }

  @Test
  void asksNothingMoreAfterACancel() {
    install.planned("").cancel();
    install.pass(Duration.ofSeconds(5));

    JsonNode progress = install.query("progress");

    assertThat(progress.get("status").asText()).isEqualTo("CANCELLED");
    assertThat(progress.at("/steps/1/status").asText()).isEqualTo("CANCELLED");
    assertThat(install.world.done()).isEmpty();
  }
}
