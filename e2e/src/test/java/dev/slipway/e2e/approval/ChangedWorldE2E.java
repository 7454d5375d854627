package dev.slipway.e2e.approval;

import static dev.slipway.e2e.approval.Untouched.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A decision is about the world that the plan showed. */
@ExtendWith(BedExtension.class)
final class ChangedWorldE2E {
  private static final Duration SOON = Duration.ofMinutes(1);

  @Test
  void putsUpANewPlanWhenTheWorldHasChangedSinceTheLastOne(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Run run = platform.operator().start().awaitStatus("AWAITING_APPROVAL");
    JsonNode first = run.query("plan");

    String commit = bed.sources().git().commit("Change something");
    run.approve();
    JsonNode second = planAfter(first, run);
    createSecret(bed, alpha, "cnoe-ref-impl/alpha/config");
    run.approve();
    JsonNode third = planAfter(second, run);

    assertThat(first.toString()).doesNotContain(commit);
    assertThat(second.path("warnings").toString()).contains("has moved from", commit);
    assertThat(action(second)).isEqualTo("CREATE");
    assertThat(action(third)).isEqualTo("CHANGE");
    assertThat(run.notes().get(0))
        .isEqualTo("The world changed after the decision of ada; decide on the new plan");
    refusesTheOldPlan(run, first);
    assertThat(rejected(run).type()).isEqualTo("REJECTED");
    assertUntouched(bed, alpha);
  }

  @Test
  void endsWhenTheWorldHasBecomeImpossible(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Run run = platform.operator().impatient().start().awaitStatus("AWAITING_APPROVAL");

    bed.aws()
        .clients(alpha.account(), alpha.region())
        .route53()
        .deleteHostedZone(zone -> zone.id(platform.config().value("route53_hosted_zone_id")));
    Ending ending = run.approve().ending(SOON);

    assertThat(ending.type()).isEqualTo("PREFLIGHT_FAILED");
    assertThat(ending.message()).contains("hosted zone", "it does not exist");
    assertUntouched(bed, alpha);
  }

  @Test
  void refusesAChartThatWasPublishedAnewSinceThePlan(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Run run = platform.operator().impatient().start().awaitStatus("AWAITING_APPROVAL");

    bed.sources().charts().republish("argo-cd");
    Ending ending = run.approve().ending(SOON);

    assertThat(ending.type()).isEqualTo("PREFLIGHT_FAILED");
    assertThat(ending.message()).contains("The archive of chart argo-cd", "; approved was sha256:");
    assertUntouched(bed, alpha);
  }

  private static void refusesTheOldPlan(Run run, JsonNode old) {
    String digest = old.path("digest").asText();
    assertThat(
            run.decide(
                    "{\"verdict\":\"approve\",\"approver\":\"ada\",\"planDigest\":\"%s\"}"
                        .formatted(digest))
                .output())
        .contains("WRONG_DIGEST: " + digest);
  }

  private static Ending rejected(Run run) {
    return run.signal("reject", "{\"approver\":\"ada\"}").ending(SOON);
  }

  private static JsonNode planAfter(JsonNode old, Run run) {
    Await.until("a new plan", SOON, () -> !run.query("plan").equals(old));
    run.awaitStatus("AWAITING_APPROVAL");
    return run.query("plan");
  }

  private static String action(JsonNode plan) {
    for (JsonNode change : plan.path("changes")) {
      if (change.path("object").asText().equals("secret cnoe-ref-impl/alpha/config")) {
        return change.path("action").asText();
      }
    }
    return "none";
  }

  private static void createSecret(Bed bed, Cluster cluster, String name) {
    bed.aws()
        .clients(cluster.account(), cluster.region())
        .secrets()
        .createSecret(
            secret ->
                secret.name(name).secretString("{\"cluster_name\":\"" + cluster.name() + "\"}"));
  }
}
