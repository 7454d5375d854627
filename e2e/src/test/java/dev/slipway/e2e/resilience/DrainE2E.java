package dev.slipway.e2e.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.resilience.moment.SlowMotion;
import dev.slipway.e2e.resilience.moment.Watch;
import dev.slipway.e2e.traces.HelmTraces;
import dev.slipway.workflows.install.steps.InstallLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The worker is asked to end, as by a deploy. */
@ExtendWith(BedExtension.class)
final class DrainE2E {
  private static final String GRACE = "SLIPWAY_DRAIN_GRACE";
  private static final Duration LIMIT = Duration.ofMinutes(10);
  // Three seconds after the grace what was interrupted is left behind; the rest is the JVM's end.
  private static final Duration SLACK = Duration.ofSeconds(8);

  @Test
  void aWorkerThatHasRunHelmDrainsAndEndsWithinItsGrace(Bed bed) {
    Platform platform = Platform.on(bed, bed.cluster("alpha"));
    WorkerProcess worker = platform.slipway().worker(Map.of(GRACE, "10s"));
    Run run = platform.operator().unattended().start();
    run.awaitStep("APPLY_CUSTOM_MANIFESTS");

    worker.process().terminate();

    assertThat(worker.process().ended(SLACK.plusSeconds(10))).as(worker.log()).isTrue();
    assertThat(worker.process().exitCode()).isIn(0, 143);
    assertThat(worker.log()).contains("Drained clean=true");
    worker.start();
    run.success(LIMIT);
  }

  @Test
  void aWorkerAskedToEndDuringHelmTakesItAlongAndTheNextOneRepairs(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    WorkerProcess worker = platform.slipway().worker(Map.of(GRACE, "0s"));
    Run run = platform.operator().unattended().start();
    try (Watch watch = Watch.on(bed, run)) {
      new SlowMotion(watch, worker)
          .freezeIn(InstallLine.BOOTSTRAP_CLUSTER, standing -> HelmTraces.isInstalling(alpha));
    }
    List<ProcessHandle> children = HelmTraces.children(worker);
    assertThat(children).isNotEmpty();

    worker.process().terminate();
    worker.process().resume();

    assertThat(worker.process().ended(SLACK)).as(worker.log()).isTrue();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    worker.start();
    run.success(LIMIT);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
  }
}
