package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An Update that cannot count is refused; a signal, which nobody answers, leaves a note. */
@Timeout(60)
class RefusedDecisionsTest {
  private final InstallHarness install = new InstallHarness();

  @AfterEach
  void close() {
    install.close();
  }

  @Test
  void refusesAWrongDigest() {
    install.planned("");

    assertThatThrownBy(
            () ->
                install.update(
                    "{\"verdict\":\"approve\",\"approver\":\"ada\",\"planDigest\":\"000000000000\"}"))
        .hasStackTraceContaining("WRONG_DIGEST: 000000000000 is not the digest of the plan");
  }

  @Test
  void notesASignalWithAWrongDigestInsteadOfTakingIt() {
    install.planned("").signal("approve", "{\"approver\":\"ada\",\"planDigest\":\"000000000000\"}");
    install.pass(Duration.ofSeconds(5));

    assertThat(install.notes()).asString().contains("Ignored a signal of ada: WRONG_DIGEST");
    assertThat(install.world.done()).isEmpty();
  }

  @Test
  void refusesSomebodyWhoIsNotOnTheList() {
    install.planned("\"approvers\":[\"ada\",\"grace\"]");

    assertThatThrownBy(() -> install.update("{\"verdict\":\"approve\",\"approver\":\"eve\"}"))
        .hasStackTraceContaining("NOT_AN_APPROVER: eve is not on the list: ada, grace");
  }

  @Test
  void letsTheFirstDecisionWin() {
    install.planned("");
    install.world.externalSecrets().neverReady("wait");
    install.approve("ada").pass(Duration.ofSeconds(30));

    assertThatThrownBy(() -> install.update("{\"verdict\":\"reject\",\"approver\":\"grace\"}"))
        .hasStackTraceContaining("ALREADY_DECIDED: ada decided first: APPROVED");
  }

  @Test
  void ignoresADecisionFromBeforeThePlan() {
    install.world.preflight().awsUnavailableForAttempts(5);
    install.start(InstallHarness.request("")).approve("ada");
    install.pass(Duration.ofMinutes(2));

    assertThat(install.notes()).asString().contains("Ignored a signal of ada: NO_PLAN");
    assertThat(install.status()).isEqualTo("AWAITING_APPROVAL");
    assertThat(install.world.done()).isEmpty();
  }

  @Test
  void saysWhyAMalformedSignalWasIgnored() {
    install.planned("").signal("approve", null).signal("approve", "{\"name\":\"ada\"}");
    install.pass(Duration.ofSeconds(5));

    assertThat(install.notes())
        .asString()
        .contains("the input must be one JSON object")
        .contains("name: is unknown; known are approver, comment, planDigest");
  }
}
