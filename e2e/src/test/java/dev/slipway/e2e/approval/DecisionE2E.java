package dev.slipway.e2e.approval;

import static dev.slipway.e2e.approval.Untouched.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may decide, on what, and how often. */
@ExtendWith(BedExtension.class)
final class DecisionE2E {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String WRONG_DIGEST = "\"planDigest\":\"000000000000\"";

  @Test
  @Tag("core")
  void takesOnlyTheDecisionOfAnApproverOnThisPlan(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    Run run = platform.operator().asking("\"approvers\":[\"ada\"]").start();
    run.approve();
    platform.slipway().worker();
    run.awaitStatus("AWAITING_APPROVAL");
    assertThat(run.notes()).singleElement().asString().contains("NO_PLAN");

    refusals(run);
    signalsThatAreIgnored(run);

    assertThat(run.query("progress").path("status").asText()).isEqualTo("AWAITING_APPROVAL");
    run.signal("reject", "{\"approver\":\"ada\",\"comment\":\"not today\"}");
    Ending ending = run.ending(SOON);
    assertThat(ending.type()).isEqualTo("REJECTED");
    assertThat(ending.message()).contains("rejected by ada: not today");
    assertUntouched(bed, alpha);
  }

  @Test
  void endsWhenNobodyDecidesInTime(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Run run = platform.operator().asking("\"deadline\":\"PT20S\",\"reminder\":\"PT2S\"").start();

    run.awaitStatus("APPROVAL_DUE");
    Ending ending = run.ending(SOON);

    assertThat(ending.type()).isEqualTo("DEADLINE_PASSED");
    assertThat(ending.message()).contains("nobody decided within PT20S");
    assertUntouched(bed, alpha);
  }

  @Test
  void keepsToTheFirstDecision(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Run run = platform.operator().start().awaitStatus("AWAITING_APPROVAL");
    alpha.apiServer().stop();

    Tool.Result first = run.decide("{\"verdict\":\"approve\",\"approver\":\"ada\"}");
    Tool.Result second = run.decide("{\"verdict\":\"reject\",\"approver\":\"bob\"}");
    run.signal("reject", "{\"approver\":\"cleo\"}").awaitNote("Ignored a signal of cleo");

    assertThat(first.exitCode()).as(first.output()).isZero();
    assertThat(first.output()).contains("APPROVED");
    assertThat(second.exitCode()).isNotZero();
    assertThat(second.output()).contains("ALREADY_DECIDED: ada decided first: APPROVED");
    assertThat(run.notes().get(0)).contains("ALREADY_DECIDED: ada decided first: APPROVED");
    assertUntouched(bed, alpha);
  }

  private static void refusals(Run run) {
    assertThat(run.decide("{\"verdict\":\"approve\",\"approver\":\"bob\"}").output())
        .contains("NOT_AN_APPROVER: bob is not on the list: ada");
    assertThat(
            run.decide("{\"verdict\":\"approve\",\"approver\":\"ada\"," + WRONG_DIGEST + "}")
                .output())
        .contains("WRONG_DIGEST: 000000000000 is not the digest of the plan");
    assertThat(run.decide("{\"verdict\":\"yes\",\"approver\":\"ada\"}").output())
        .contains("INVALID_DECISION: verdict: must be");
    assertThat(run.decide("{\"verdict\":\"approve\"}").output())
        .contains("INVALID_DECISION: approver: is missing");
  }

  private static void signalsThatAreIgnored(Run run) {
    run.signal("approve", "{\"approver\":\"bob\"}")
        .awaitNote("NOT_AN_APPROVER: bob is not on the list: ada")
        .signal("approve", "{\"approver\":\"ada\"," + WRONG_DIGEST + "}")
        .awaitNote("WRONG_DIGEST: 000000000000 is not the digest of the plan")
        .signal("approve", "\"yes\"")
        .awaitNote("INVALID_DECISION: the input must be one JSON object")
        .signal("approve", "{\"aprover\":\"ada\"}")
        .awaitNote("INVALID_DECISION: aprover: is unknown")
        .signal("reject", "{\"approver\":7}")
        .awaitNote("INVALID_DECISION: approver: must be a string, not 7")
        .signal("reject", "[]")
        .awaitNote("INVALID_DECISION: the input must be one JSON object");
  }
}
