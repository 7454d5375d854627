package dev.slipway.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Operator;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A cluster has one run at a time. */
@ExtendWith(BedExtension.class)
final class OwnershipE2E {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Duration INSTALL = Duration.ofMinutes(15);
  private static final String OWNER = "workflow platform/123456789012/us-west-2/alpha";

  @Test
  void refusesASecondRunWhileTheFirstLivesAndTakesOverAfterItsEnd(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    alpha.pods().keepOff("external-secrets");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Operator operator = platform.operator();
    Run owner = operator.start().awaitStatus("AWAITING_APPROVAL");
    Run second =
        platform.operator().impatient().under("second").start().awaitStatus("AWAITING_APPROVAL");

    owner.approve().awaitStep("CREATE_CONFIG_SECRETS");

    assertOneRunOf(operator, bed);
    assertRefused(second.approve().ending(SOON));
    assertRefused(platform.operator().under("third").unattended().start().ending(SOON));
    // Not in the middle of Helm, which would go on for a moment and change the heir's plan.
    owner.awaitStep("AWAIT_CLUSTER_SECRET").terminate();
    Run heir = platform.operator().under("heir").start().awaitStatus("AWAITING_APPROVAL");
    assertThat(heir.query("plan").path("warnings").toString())
        .contains("it is held by " + OWNER, "it will be taken over");
    heir.approve().awaitStep("AWAIT_CLUSTER_SECRET");
    // Not before: what External Secrets makes would change the world under the plan.
    alpha.pods().allow("external-secrets");
    heir.success(INSTALL);
  }

  /** Without a flag the CLI answers with the run that lives; with one it is refused. */
  private static void assertOneRunOf(Operator operator, Bed bed) {
    Run living = operator.start();
    Tool.Result refused = operator.tryStart();
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output()).contains("already");
    String open = "WorkflowId='" + living.workflowId() + "' AND ExecutionStatus='Running'";
    assertThat(bed.temporal().temporal("workflow", "count", "--query", open).strip())
        .isEqualTo("Total: 1");
  }

  private static void assertRefused(Ending ending) {
    assertThat(ending.type()).isIn("CLUSTER_OWNED", "PREFLIGHT_FAILED");
    assertThat(ending.message()).contains("owned by " + OWNER);
  }
}
