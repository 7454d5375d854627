package dev.slipway.e2e.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.ExpectedApplications;
import dev.slipway.e2e.install.Histories;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.traces.HelmTraces;
import dev.slipway.e2e.traces.PlantedSecrets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run goes on as a new one, again and again, because Temporal finds its history long. */
@ExtendWith(BedExtension.class)
final class ContinuedE2E {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  // More than the first look takes, less than two steps.
  private static final int LONG = 40;

  @Test
  @Tag("core")
  void aChainOfRunsInstallsWhatOneRunWould(Bed bed) {
    bed.temporal().restartWith("limit.historyCount.suggestContinueAsNew=" + LONG);
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Run run = platform.operator().start().awaitStatus("AWAITING_APPROVAL").approve();

    Ending ending = run.success(LIMIT);

    assertThat(ending.applications())
        .containsExactlyInAnyOrderElementsOf(ExpectedApplications.on(alpha));
    assertThat(ending.report().path("approvedBy").asText()).isEqualTo("ada");
    assertThat(ending.report().path("steps")).hasSize(12);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
    List<String> chain = run.histories();
    assertThat(chain).hasSizeGreaterThanOrEqualTo(3);
    for (int i = 0; i < chain.size(); i++) {
      assertThat(PlantedSecrets.inHistory(chain.get(i))).isEmpty();
      Histories.keep("continued-as-new-" + (i + 1), chain.get(i));
    }
  }
}
