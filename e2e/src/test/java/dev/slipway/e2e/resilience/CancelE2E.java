package dev.slipway.e2e.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.traces.RunHistory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody cancels a run. */
@ExtendWith(BedExtension.class)
final class CancelE2E {
  private static final Duration SOON = Duration.ofMinutes(1);

  @Test
  void givesTheClusterBackAndShowsNoStepRunning(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    alpha.pods().keepOff("external-secrets");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Run run = platform.operator().unattended().start();
    run.awaitStep("AWAIT_CLUSTER_SECRET");
    assertThat(isClaimed(alpha)).isTrue();

    run.cancel();

    Await.until("the Lease is gone", SOON, () -> !isClaimed(alpha));
    run.awaitStatus("CANCELLED");
    JsonNode steps = run.query("progress").path("steps");
    assertThat(steps.findValuesAsText("status")).contains("CANCELLED").doesNotContain("RUNNING");
    RunHistory.of(run, "cancelled");
  }

  private static boolean isClaimed(Cluster cluster) {
    return cluster.client().leases().inNamespace("kube-system").withName("slipway").get() != null;
  }
}
