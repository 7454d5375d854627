package dev.slipway.e2e.bed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.slipway.WorkerProcess;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Slipway's worker as a process of the bed. */
@ExtendWith(BedExtension.class)
@Tag("core")
final class WorkerE2E {
  @Test
  void startsAgainAfterItWasKilledAndEndsWhenAsked(Bed bed) {
    WorkerProcess worker = bed.slipway(bed.cluster("alpha")).worker();

    worker.kill();
    worker.start();
    worker.process().terminate();

    assertThat(worker.process().ended(Duration.ofSeconds(30))).isTrue();
  }
}
