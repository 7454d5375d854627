package dev.slipway.e2e.parking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.Fault;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.ExpectedApplications;
import dev.slipway.e2e.install.Histories;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.install.TeamLabelPolicy;
import dev.slipway.e2e.traces.HelmTraces;
import dev.slipway.e2e.traces.PlantedSecrets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A step that needs a person parks the run; mended and answered, it goes on from there. */
@ExtendWith(BedExtension.class)
final class ParkedE2E {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  @Tag("core")
  void outlivesWorkerAndTemporalAndRepeatsNoFinishedStep(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    WorkerProcess worker = platform.slipway().worker();
    bed.aws().fail(Fault.accessDenied("CreateSecret", Fault.SLIPWAY));
    Run run = platform.operator().start().awaitStatus("AWAITING_APPROVAL").approve();

    JsonNode attention = run.awaitAttention(1);

    assertThat(attention.path("step").asText()).isEqualTo("CREATE_CONFIG_SECRETS");
    assertThat(attention.path("failure").asText()).isEqualTo("ACCESS_DENIED");
    assertThat(attention.path("message").asText())
        .contains("secret cnoe-ref-impl/alpha/", "CreateSecret");
    // Visibility is a moment behind.
    Pattern listed =
        Pattern.compile(
            "needs attention +\\S+ +create config secrets +\\S+ ago +" + run.workflowId());
    Await.until(
        "it is listed as parked",
        SOON,
        () -> listed.matcher(platform.slipway().slipway("list").output()).find());
    worker.kill();
    bed.temporal().restart();
    worker.start();
    bed.aws().fail();
    run.answer("retry", 1).success(LIMIT);
    List<String> histories = run.histories();
    assertThat(Attempts.of("ClaimCluster", histories)).isEqualTo(1);
    assertThat(Attempts.of("CreateConfigSecrets", histories)).isEqualTo(2);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
    assertThat(histories).allSatisfy(it -> assertThat(PlantedSecrets.inHistory(it)).isEmpty());
    Histories.keep("parked", histories.get(0));
    Histories.keep("resumed", histories.get(histories.size() - 1));
  }

  @Test
  void parksInOneStepAfterTheOtherAndInstallsAllTheSame(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    bed.aws().fail(Fault.accessDenied("*", Fault.SLIPWAY));
    Run run =
        platform
            .operator()
            .asking("\"stepWithin\":\"PT45S\",\"applicationsWithin\":\"PT90S\"")
            .start();
    assertParked(run, 1, "PREFLIGHT");
    bed.aws().fail();
    run.answer("retry", 1).awaitStatus("AWAITING_APPROVAL");
    bed.aws().fail(Fault.accessDenied("CreateSecret", Fault.SLIPWAY));
    run.approve();
    assertParked(run, 2, "CREATE_CONFIG_SECRETS");
    bed.aws().fail();
    alpha.apply(TeamLabelPolicy.YAML);
    run.answer("retry", 2);
    assertParked(run, 3, "BOOTSTRAP_CLUSTER", "HELM_REFUSED");
    alpha.delete(TeamLabelPolicy.YAML);
    alpha.pods().keepOff("external-secrets");
    run.answer("retry", 3);
    assertParked(run, 4, "AWAIT_CLUSTER_SECRET");
    alpha.pods().allow("external-secrets");
    bed.aws().fail(Fault.accessDenied("GetSecretValue", Fault.EXTERNAL_SECRETS));
    run.answer("retry", 4);
    assertParked(run, 5, "AWAIT_CLUSTER_SECRET");
    bed.aws().fail();
    bed.sources().charts().withhold("external-dns");
    run.answer("retry", 5);
    assertParked(run, 6, "AWAIT_HEALTHY_APPLICATIONS");
    bed.sources().charts().restore();

    Ending ending = run.answer("retry", 6).success(LIMIT);

    assertThat(ending.applications())
        .containsExactlyInAnyOrderElementsOf(ExpectedApplications.on(alpha));
    assertThat(Attempts.of("ClaimCluster", run.histories())).isEqualTo(1);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
  }

  @Test
  void givesTheClusterBackWhereSomebodyAborts(Bed bed) {
    Platform platform = Platform.on(bed, bed.cluster("alpha"));
    platform.slipway().worker();
    bed.aws().fail(Fault.accessDenied("CreateSecret", Fault.SLIPWAY));
    Run run = platform.operator().start().awaitStatus("AWAITING_APPROVAL").approve();
    run.awaitAttention(1);
    Ending refused = platform.operator().impatient().under("second").start().ending(SOON);
    bed.aws().fail();

    Ending ending = run.answer("abort", 1).ending(SOON);

    assertThat(refused.message()).contains("owned by workflow " + run.workflowId());
    assertThat(ending.type()).isEqualTo("ABORTED");
    platform.operator().under("third").start().awaitStatus("AWAITING_APPROVAL").terminate();
  }

  @Test
  void goesOnWithoutWhatAPersonSaysMayBeMissing(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    alpha.operators().withholdKeycloakResult(true);
    Run run = platform.operator().asking("\"applicationsWithin\":\"PT2M\"").start();
    run.awaitStatus("AWAITING_APPROVAL").approve().awaitAttention(1);

    Ending ending = run.answer("skip", 1).success(SOON);

    String skipped = ending.report().path("steps").toString();
    assertThat(skipped).contains("SKIPPED", "skip by ada: mended");
    assertThat(ending.applications()).contains("keycloak-alpha").doesNotContain("backstage-alpha");
  }

  @Test
  void asksForANewDecisionWhereTheMendLiesInThePackages(Bed bed) {
    WrongValue wrong = WrongValue.pushedTo(bed.sources());
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Run run = platform.operator().asking("\"applicationsWithin\":\"PT3M\"").start();
    JsonNode parked = run.awaitStatus("AWAITING_APPROVAL").approve().awaitAttention(1);
    String approved = run.query("plan").path("digest").asText();
    wrong.mend();

    run.answer("retry", 1).awaitStatus("AWAITING_APPROVAL");

    assertThat(parked.path("message").asText())
        .contains("cert-manager-alpha: sync Unknown", "extra-objects.yaml");
    assertThat(run.query("plan").path("digest").asText()).isNotEqualTo(approved);
    assertThat(run.notes().toString()).contains("has changed meanwhile; decide on the new plan");
    run.approve().success(LIMIT);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
  }

  @Test
  void goesOnFromBeforeTheFailureWhereSomebodyResetsIt(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    bed.aws().fail(Fault.accessDenied("CreateSecret", Fault.SLIPWAY));
    Run run = platform.operator().start().awaitStatus("AWAITING_APPROVAL").approve();
    run.awaitAttention(1);
    bed.aws().fail();

    run.resetToBefore("CreateConfigSecrets");

    run.success(LIMIT);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
  }

  private static void assertParked(Run run, int number, String step) {
    JsonNode attention = run.awaitAttention(number);
    assertThat(attention.path("step").asText()).as(attention.toString()).isEqualTo(step);
  }

  private static void assertParked(Run run, int number, String step, String failure) {
    assertParked(run, number, step);
    assertThat(run.query("progress").at("/attention/failure").asText()).isEqualTo(failure);
  }
}
