package dev.slipway.e2e.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Histories;
import dev.slipway.e2e.install.Operator;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.variants.PlantedSecrets;
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
    Operator operator = platform.operator().start().awaitStatus("AWAITING_APPROVAL").approve();

    Ending ending = operator.ending(LIMIT);

    assertThat(ending.isSuccess()).as(ending.toString()).isTrue();
    assertThat(ending.applications()).hasSize(12);
    assertThat(ending.report().path("approvedBy").asText()).isEqualTo("ada");
    assertThat(ending.report().path("steps")).hasSize(12);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
    List<String> chain = operator.histories();
    assertThat(chain).hasSizeGreaterThanOrEqualTo(3);
    for (int run = 0; run < chain.size(); run++) {
      assertThat(PlantedSecrets.inHistory(chain.get(run))).isEmpty();
      Histories.keep("continued-as-new-" + (run + 1), chain.get(run));
    }
  }
}
