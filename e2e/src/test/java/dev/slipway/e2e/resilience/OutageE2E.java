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
import dev.slipway.e2e.traces.EndState;
import dev.slipway.e2e.traces.HelmTraces;
import dev.slipway.e2e.traces.RunHistory;
import dev.slipway.e2e.traces.Undisturbed;
import dev.slipway.workflows.install.steps.InstallLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API server and Temporal go away for a while. */
@ExtendWith(BedExtension.class)
final class OutageE2E {
  // An API server killed amid the definition of a kind takes five minutes to establish it.
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final List<InstallLine> PHASES =
      List.of(
          InstallLine.PREFLIGHT,
          InstallLine.CLAIM_CLUSTER,
          InstallLine.BOOTSTRAP_CLUSTER,
          InstallLine.APPLY_CUSTOM_MANIFESTS,
          InstallLine.AWAIT_CLUSTER_SECRET,
          InstallLine.INSTALL_ADDONS_APPSET,
          InstallLine.AWAIT_HEALTHY_APPLICATIONS);

  @Test
  @Tag("core")
  void theApiServerMayGoAwayWhileHelmWorks(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    RunHistory history =
        install(bed, alpha, List.of(InstallLine.BOOTSTRAP_CLUSTER), "outage-with-helm");

    assertThat(history.repeated()).contains("InstallRelease");
    assertThat(history.failures()).isEmpty();
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
  }

  @Test
  void theApiServerMayGoAwayInEveryPhase(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    RunHistory history = install(bed, alpha, PHASES, "outage-in-every-phase");

    assertThat(history.repeated()).hasSizeGreaterThanOrEqualTo(PHASES.size());
    assertThat(history.failures()).isEmpty();
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
  }

  @Test
  void temporalMayRestartInTheMiddle(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    WorkerProcess worker = platform.slipway().worker();
    Run run = platform.operator().unattended().start();

    try (Watch watch = Watch.on(bed, run)) {
      for (InstallLine step :
          List.of(InstallLine.BOOTSTRAP_CLUSTER, InstallLine.AWAIT_HEALTHY_APPLICATIONS)) {
        new SlowMotion(watch, worker).freezeIn(step);
        bed.temporal().stop();
        worker.process().resume();
        bed.temporal().process().start();
        bed.temporal().awaitReady();
      }
    }

    run.success(LIMIT);
    RunHistory.of(run, "temporal-restarted");
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
    EndState found = EndState.of(alpha);
    assertThat(found).isEqualTo(Undisturbed.endState(bed));
  }

  private static RunHistory install(
      Bed bed, Cluster cluster, List<InstallLine> phases, String name) {
    Platform platform = Platform.on(bed, cluster);
    WorkerProcess worker = platform.slipway().worker();
    Run run = platform.operator().unattended().start();
    try (Watch watch = Watch.on(bed, run)) {
      phases.forEach(new Outage(cluster, watch, worker)::befall);
    }
    run.success(LIMIT);
    return RunHistory.of(run, name);
  }
}
