package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.progress.StepState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ApprovalTest {
  private final InstallHarness install = new InstallHarness();

  @AfterEach
  void close() {
    install.close();
  }

  private InstallHarness planned(String more) {
    return install.start(InstallHarness.request(more)).pass(Duration.ofSeconds(5));
  }

  private String digest() {
    return install.query("plan").get("digest").asText();
  }

  private String notes() {
    return install.query("progress").get("notes").toString();
  }

  @Test
  void changesNothingBeforeTheApproval() {
    planned("");

    assertThat(install.world.done).isEmpty();
    assertThat(install.query("progress").get("status").asText()).isEqualTo("AWAITING_APPROVAL");
  }

  @Test
  void goesOnAfterAnApprovalBySignal() {
    planned("").signal("approve", "{\"approver\":\"ada\",\"comment\":\"fine\"}");

    assertThat(install.report().approvedBy()).isEqualTo("ada");
    assertThat(install.world.done).contains("record approval of ada");
  }

  @Test
  void goesOnAfterAnApprovalByUpdate() {
    planned("");

    var decision =
        install.update(
            "{\"verdict\":\"approve\",\"approver\":\"ada\",\"planDigest\":\"" + digest() + "\"}");

    assertThat(decision.get("verdict").asText()).isEqualTo("APPROVED");
    assertThat(install.report().approvedBy()).isEqualTo("ada");
  }

  @Test
  void endsWhenSomebodyRejects() {
    planned("").signal("reject", "{\"approver\":\"ada\",\"comment\":\"not on a Friday\"}");

    var failure = install.failure();

    assertThat(failure.getType()).isEqualTo("REJECTED");
    assertThat(failure.getOriginalMessage()).isEqualTo("rejected by ada: not on a Friday");
    assertThat(install.world.done).isEmpty();
  }

  @Test
  void remindsThenEndsAtTheDeadline() {
    planned("\"deadline\":\"PT2H\",\"reminder\":\"PT1H\"").pass(Duration.ofMinutes(61));
    assertThat(install.query("progress").get("status").asText()).isEqualTo("APPROVAL_DUE");

    var failure = install.failure();

    assertThat(failure.getType()).isEqualTo("DEADLINE_PASSED");
    assertThat(failure.getOriginalMessage()).isEqualTo("nobody decided within PT2H");
    assertThat(install.world.done).isEmpty();
  }

  @Test
  void refusesAWrongDigest() {
    planned("");

    assertThatThrownBy(
            () ->
                install.update(
                    "{\"verdict\":\"approve\",\"approver\":\"ada\",\"planDigest\":\"000000000000\"}"))
        .hasStackTraceContaining("WRONG_DIGEST: 000000000000 is not the digest of the plan");
  }

  @Test
  void notesASignalWithAWrongDigestInsteadOfTakingIt() {
    planned("").signal("approve", "{\"approver\":\"ada\",\"planDigest\":\"000000000000\"}");
    install.pass(Duration.ofSeconds(5));

    assertThat(notes()).contains("Ignored a signal of ada: WRONG_DIGEST");
    assertThat(install.world.done).isEmpty();
  }

  @Test
  void takesTheFirstTwelveCharactersOfTheDigest() {
    planned("");

    install.signal(
        "approve", "{\"approver\":\"ada\",\"planDigest\":\"" + digest().substring(0, 12) + "\"}");

    assertThat(install.report().approvedBy()).isEqualTo("ada");
  }

  @Test
  void refusesSomebodyWhoIsNotOnTheList() {
    planned("\"approvers\":[\"ada\",\"grace\"]");

    assertThatThrownBy(() -> install.update("{\"verdict\":\"approve\",\"approver\":\"eve\"}"))
        .hasStackTraceContaining("NOT_AN_APPROVER: eve is not on the list: ada, grace");
  }

  @Test
  void letsTheFirstDecisionWin() {
    planned("");
    install.world.clusterSecretNeverReady("wait");
    install.signal("approve", "{\"approver\":\"ada\"}").pass(Duration.ofSeconds(30));

    assertThatThrownBy(() -> install.update("{\"verdict\":\"reject\",\"approver\":\"grace\"}"))
        .hasStackTraceContaining("ALREADY_DECIDED: ada decided first: APPROVED");
  }

  @Test
  void ignoresADecisionFromBeforeThePlan() {
    install.world.awsUnavailableForAttempts(5);
    install.start(InstallHarness.request("")).signal("approve", "{\"approver\":\"ada\"}");
    install.pass(Duration.ofMinutes(2));

    assertThat(notes()).contains("Ignored a signal of ada: NO_PLAN");
    assertThat(install.query("progress").get("status").asText()).isEqualTo("AWAITING_APPROVAL");
    assertThat(install.world.done).isEmpty();
  }

  @Test
  void asksAgainWhenTheWorldChangedAfterTheDecision() {
    planned("");
    String first = digest();
    install.world.nextChartVersion();

    install.signal("approve", "{\"approver\":\"ada\"}").pass(Duration.ofSeconds(5));

    assertThat(digest()).isNotEqualTo(first);
    assertThat(notes()).contains("The world changed after the decision of ada");
    assertThat(install.world.done).isEmpty();
    install.signal("approve", "{\"approver\":\"grace\"}");
    assertThat(install.report().approvedBy()).isEqualTo("grace");
  }

  @Test
  void saysWhyAMalformedSignalWasIgnored() {
    planned("").signal("approve", null).signal("approve", "{\"name\":\"ada\"}");
    install.pass(Duration.ofSeconds(5));

    assertThat(notes())
        .contains("the input must be one JSON object")
        .contains("name: is unknown; known are approver, comment, planDigest");
  }

  @Test
  void startsTheClockOfASecondLookAnew() {
    planned("").pass(Duration.ofHours(5)).signal("approve", "{\"approver\":\"ada\"}");

    StepState preflight = install.report().steps().get(0);

    assertThat(Duration.between(preflight.startedAt(), preflight.finishedAt()))
        .isLessThan(Duration.ofHours(1));
  }

  @Test
  void asksNothingMoreAfterACancel() {
    planned("").cancel();
    install.pass(Duration.ofSeconds(5));

    JsonNode progress = install.query("progress");

    assertThat(progress.get("status").asText()).isEqualTo("CANCELLED");
    assertThat(progress.at("/steps/1/status").asText()).isEqualTo("CANCELLED");
    assertThat(install.world.done).isEmpty();
  }

  @Test
  void setsListsApartSoThatTheTemporalUiShowsThemAsLists() {
    install.world.warns("zone", "is shared");
    planned("").signal("approve", "7").pass(Duration.ofSeconds(5));

    List<String> lines = install.details().lines().toList();

    assertThat(lines).contains("- domain: idp.example.org", "- ⚠ zone: is shared", "Notes");
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith("- ")) {
        assertThat(lines.get(i - 1)).matches("(- .*)?");
      }
    }
  }
}
