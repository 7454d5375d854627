package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.progress.StepState;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A step that a person has to mend parks the run, which goes on from there when told. */
@Timeout(60)
class ParkedTest {
  private final InstallHarness install = new InstallHarness();

  @AfterEach
  void close() {
    install.close();
  }

  private InstallHarness parkedInSecrets(String more) {
    install.faults.stands("CreateConfigSecrets", FailureType.ACCESS_DENIED, "may not: idp/config");
    return install.planned(more).approve("ann").parked(1);
  }

  private JsonNode progress() {
    return install.query("progress");
  }

  @Test
  void saysWhatItNeeds() {
    parkedInSecrets("");

    assertThat(progress().at("/status").asText()).isEqualTo("NEEDS_ATTENTION");
    assertThat(progress().at("/attention/step").asText()).isEqualTo("CREATE_CONFIG_SECRETS");
    assertThat(progress().at("/attention/failure").asText()).isEqualTo("ACCESS_DENIED");
    assertThat(progress().at("/attention/message").asText()).isEqualTo("may not: idp/config");
    assertThat(progress().at("/attention/tried").asInt()).isEqualTo(1);
    assertThat(progress().at("/attention/since").asText()).isNotEmpty();
  }

  @Test
  void showsTheExactCommandsInTheDetails() {
    parkedInSecrets("");

    assertThat(install.details())
        .contains("**Attention 1:** Creating the configuration secrets cannot go on.")
        .contains("> ACCESS_DENIED: may not: idp/config")
        .contains(
            """
            temporal workflow signal --name retry \\
              --namespace 'default' \\
              --workflow-id 'platform/123456789012/eu-west-3/idp' \\
              --input '{"attention":1,"name":"YOUR NAME"}'
            """)
        .contains("to try again**, send signal `retry` with\n\n```\n{\"attention\":1,")
        .contains("--name abort")
        .doesNotContain("--name skip");
  }

  @Test
  void goesOnFromTheStepThatFailedAndRepeatsNothing() {
    parkedInSecrets("").faults.mend("CreateConfigSecrets");

    assertThat(install.retry(1).report().approvedBy()).isEqualTo("ann");
    assertThat(install.world.done())
        .containsOnlyOnce("claim under d1ce57000001", "record approval of ann", "secrets")
        .endsWith("record outcome", "release");
    assertThat(install.activities()).filteredOn("ClaimCluster"::equals).hasSize(1);
  }

  @Test
  void parksAgainUnderTheNextNumber() {
    parkedInSecrets("").retry(1).parked(2);

    assertThat(progress().at("/attention/tried").asInt()).isEqualTo(2);
    assertThat(install.notes()).contains("Attention 1: retry by ada: mended");
  }

  @Test
  void retriesWhereAnUpdateSaysSo() {
    parkedInSecrets("").faults.mend("CreateConfigSecrets");

    JsonNode taken = install.resolve("{\"answer\":\"retry\",\"attention\":1,\"name\":\"ada\"}");

    assertThat(taken.get("step").asText()).isEqualTo("CREATE_CONFIG_SECRETS");
    assertThat(install.report().releases()).hasSize(3);
  }

  @Test
  void endsUnderItsNameAndGivesTheClusterBackWhereSomebodyAborts() {
    var failure = parkedInSecrets("").answer("abort", 1).failure();

    assertThat(failure.getType()).isEqualTo("ABORTED");
    assertThat(failure.getOriginalMessage())
        .isEqualTo("abort by ada: mended; attention 1, ACCESS_DENIED: may not: idp/config");
    assertThat(install.world.done()).endsWith("release");
  }

  @Test
  void reportsForEverWhatWasSkipped() {
    install.faults.stands("ProbeUrls", FailureType.STEP_TIMED_OUT, "no answer");
    install.planned("").approve("ann").parked(1).answer("skip", 1);

    assertThat(install.report().steps())
        .filteredOn(step -> step.step().equals("REPORT_URLS"))
        .extracting(StepState::status, StepState::detail)
        .containsExactly(tuple("SKIPPED", "skip by ada: mended"));
  }

  @Test
  void namesTheApplicationsWithoutWhichItGoesOn() {
    install.world.argoCd().neverHealthy("backstage-idp");
    install.planned("").approve("ann").parked(1).answer("skip", 1);

    assertThat(install.report().warnings())
        .containsExactly("backstage-idp was not up when the wait was skipped");
    assertThat(install.report().applications())
        .contains("keycloak-idp")
        .doesNotContain("backstage-idp");
    assertThat(install.report().urls()).isNotEmpty();
  }

  @Test
  void doesNotSkipWhatThePlatformNeeds() {
    parkedInSecrets("").answer("skip", 1).pass(Duration.ofSeconds(1));

    assertThat(progress().at("/status").asText()).isEqualTo("NEEDS_ATTENTION");
    assertThat(install.notes())
        .containsExactly(
            "Ignored a signal of ada: NOT_SKIPPABLE: the platform needs this step: Creating the"
                + " configuration secrets; retry or abort");
  }

  @Test
  void refusesAnAnswerToAnotherAttention() {
    parkedInSecrets("");

    assertThatThrownBy(
            () -> install.resolve("{\"answer\":\"retry\",\"attention\":7,\"name\":\"ada\"}"))
        .isInstanceOf(WorkflowUpdateException.class)
        .rootCause()
        .hasMessageContaining("WRONG_ATTENTION: the run waits with attention 1, not 7");
  }

  @Test
  void tellsADoubledAnswerThatItHitsNothing() {
    parkedInSecrets("").retry(1).parked(2).answer("retry", 1).pass(Duration.ofSeconds(1));

    assertThat(install.notes())
        .contains(
            "Ignored a signal of ada: WRONG_ATTENTION: the run waits with attention 2, not 1");
    assertThat(progress().at("/attention/number").asInt()).isEqualTo(2);
  }

  @Test
  void tellsALateAnswerThatAnotherWasFirst() {
    parkedInSecrets("").faults.mend("CreateConfigSecrets");
    install.world.externalSecrets().neverReady("wait");

    install.retry(1).pass(Duration.ofSeconds(30)).answer("abort", 1).pass(Duration.ofSeconds(5));

    assertThat(install.notes())
        .contains(
            "Ignored a signal of ada: ALREADY_ANSWERED: ada answered attention 1 first: retry");
  }

  @Test
  void tellsAnAnswerThatNobodyIsAskedForOne() {
    install.planned("").answer("retry", 1).pass(Duration.ofSeconds(1));

    assertThat(install.notes())
        .containsExactly(
            "Ignored a signal of ada: NOT_PARKED: the run waits for nobody's attention");
  }

  @Test
  void waitsForAMonthAtTheCostOfNothing() {
    int before = parkedInSecrets("").activities().size();
    long events = events();

    install.pass(Duration.ofDays(30));

    assertThat(events()).isLessThanOrEqualTo(events + 5);
    assertThat(install.activities()).hasSize(before);
    install.faults.mend("CreateConfigSecrets");
    assertThat(install.retry(1).report().releases()).hasSize(3);
  }

  private long events() {
    return RunChain.of(install).histories().stream().mapToLong(List::size).sum();
  }

  @Test
  void failsUnderItsNameWhereNobodyAnswersInTime() {
    var failure = parkedInSecrets("\"attentionWithin\":\"P3D\"").failure();

    assertThat(failure.getType()).isEqualTo("ATTENTION_DEADLINE_PASSED");
    assertThat(failure.getOriginalMessage()).contains("ACCESS_DENIED: may not: idp/config");
    assertThat(install.world.done()).endsWith("release");
  }

  @Test
  void waitsForNobodyWhereTheRequestSaysSo() {
    install.faults.stands("CreateConfigSecrets", FailureType.ACCESS_DENIED, "may not");

    var failure = install.planned("\"onFailure\":\"fail\"").approve("ann").failure();

    assertThat(failure.getType()).isEqualTo("ACCESS_DENIED");
  }

  @Test
  void endsAtOnceWhereItIsCancelled() {
    parkedInSecrets("").cancel();
    install.await(() -> install.world.done().contains("release"));

    assertThat(install.pass(Duration.ofSeconds(1)).status()).isEqualTo("CANCELLED");
  }

  @Test
  void asksForNoSecondDecisionWhereTheClusterCouldNotBeClaimed() {
    install.faults.stands("ClaimCluster", FailureType.CLUSTER_OWNED, "owned by another");
    install.planned("").approve("ann").parked(1).faults.mend("ClaimCluster");

    assertThat(install.answer("retry", 1).report().approvedBy()).isEqualTo("ann");
  }

  @Test
  void asksForNoSecondDecisionWhereOnlyTheLookAfterItFailed() {
    install.planned("").world.preflight().blocks("zone", "does not cover the domain");
    install.approve("ann").parked(1).world.preflight().unblocks();

    assertThat(install.answer("retry", 1).report().approvedBy()).isEqualTo("ann");
  }

  @Test
  void keepsTheClusterWhileItIsParked() {
    parkedInSecrets("").pass(Duration.ofDays(9));

    assertThat(install.world.done()).doesNotContain("release");
  }

  @Test
  void looksAgainWhereTheFirstLookFoundAnObstacle() {
    install.world.preflight().blocks("zone", "does not cover the domain");
    install.start(InstallHarness.request("\"deadline\":\"P1D\"")).parked(1);
    install.pass(Duration.ofDays(5)).world.preflight().unblocks();

    install.retry(1).await(() -> install.status().equals("AWAITING_APPROVAL"));

    assertThat(install.approve("ann").report().approvedBy()).isEqualTo("ann");
  }

  @Test
  void asksForANewDecisionWhereThePackagesWereMended() {
    parkedInSecrets("").faults.mend("CreateConfigSecrets");
    install.world.preflight().otherPackages();

    install.retry(1).await(() -> install.status().equals("AWAITING_APPROVAL"));

    assertThat(install.notes())
        .contains("What was agreed to has changed meanwhile; decide on the new plan");
    assertThat(install.approve("bob").report().approvedBy()).isEqualTo("bob");
    assertThat(install.world.done())
        .containsSubsequence("claim under d1ce57000001", "claim under d1ce57000002", "secrets")
        .doesNotHaveDuplicates();
  }

  @Test
  void goesOnUnderTheOldPlanWhereTheMendIsTakenBack() {
    parkedInSecrets("").world.preflight().otherPackages();
    install.world.preflight().blocks("zone", "does not cover the domain");
    install.retry(1).parked(2);
    install.world.preflight().packagesOfBefore();
    install.faults.mend("CreateConfigSecrets");

    assertThat(install.retry(2).report().releases()).hasSize(3);
    assertThat(install.world.done())
        .containsOnlyOnce("claim under d1ce57000001", "record approval of ann", "secrets")
        .doesNotContain("claim under d1ce57000002");
  }

  @Test
  void givesTheClusterBackWhereTheNewPlanIsRejected() {
    parkedInSecrets("").world.preflight().otherPackages();
    install.retry(1).await(() -> install.status().equals("AWAITING_APPROVAL"));

    install.signal("reject", "{\"approver\":\"bob\"}");

    assertThat(install.failure().getType()).isEqualTo("REJECTED");
    assertThat(install.world.done()).endsWith("release");
  }

  @Test
  void parksEvenForBadPackagesWhereTheyCameWithTheMend() {
    parkedInSecrets("");
    install.faults.stands("TakeSnapshot", FailureType.INVALID_PACKAGES, "addons.yaml: line 3");

    install.retry(1).parked(2);

    assertThat(progress().at("/attention/failure").asText()).isEqualTo("INVALID_PACKAGES");
    install.faults.mend("TakeSnapshot");
    install.faults.mend("CreateConfigSecrets");
    assertThat(install.retry(2).report().approvedBy()).isEqualTo("ann");
  }

  @Test
  void parksWhereTheClusterDoesNotAnswerWhoHoldsIt() {
    parkedInSecrets("");
    install.faults.stands("HoldsCluster", FailureType.CLUSTER_REFUSED, "away");

    install.retry(1).parked(2);

    install.faults.mend("HoldsCluster");
    install.faults.mend("CreateConfigSecrets");
    assertThat(install.retry(2).report().approvedBy()).isEqualTo("ann");
    assertThat(install.world.done()).containsOnlyOnce("secrets");
  }
}
