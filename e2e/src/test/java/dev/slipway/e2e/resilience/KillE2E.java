package dev.slipway.e2e.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.resilience.moment.SlowMotion;
import dev.slipway.e2e.resilience.moment.Watch;
import dev.slipway.e2e.traces.AwsSecrets;
import dev.slipway.e2e.traces.EndState;
import dev.slipway.e2e.traces.HelmTraces;
import dev.slipway.e2e.traces.Remembered;
import dev.slipway.e2e.traces.RunHistory;
import dev.slipway.e2e.traces.Undisturbed;
import dev.slipway.workflows.install.steps.InstallLine;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The worker may be killed at any moment. */
@ExtendWith(BedExtension.class)
final class KillE2E {
  private static final Set<InstallLine> WITH_HELM =
      EnumSet.of(InstallLine.BOOTSTRAP_CLUSTER, InstallLine.INSTALL_ADDONS_APPSET);
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  @Tag("core")
  void aWorkerKilledWhileHelmWorksAndWhileItWaitsLeavesOneRevisionEach(Bed bed) {
    Cluster alpha = bed.cluster("alpha");

    install(
        bed,
        alpha,
        EnumSet.of(InstallLine.BOOTSTRAP_CLUSTER, InstallLine.AWAIT_HEALTHY_APPLICATIONS));
  }

  @Test
  void aWorkerKilledOnceInEveryStepEndsAsIfNothingHadHappened(Bed bed) {
    Cluster alpha = bed.cluster("alpha");

    install(bed, alpha, EnumSet.allOf(InstallLine.class));

    EndState found = EndState.of(alpha);
    assertThat(found).isEqualTo(Undisturbed.endState(bed));
  }

  private static void install(Bed bed, Cluster cluster, Set<InstallLine> kills) {
    Platform platform = Platform.on(bed, cluster);
    Remembered remembered = Remembered.since(cluster);
    WorkerProcess worker = platform.slipway().worker();
    Run run = platform.operator().start();
    try (Watch watch = Watch.on(bed, run)) {
      for (InstallLine step : InstallLine.values()) {
        boolean kill = kills.contains(step);
        if (kill) {
          killIn(step, new SlowMotion(watch, worker), worker, cluster);
        } else if (step == InstallLine.APPROVAL) {
          run.awaitStatus("AWAITING_APPROVAL");
        }
        if (step == InstallLine.APPROVAL) {
          run.approve();
        }
        if (kill) {
          worker.start();
        }
      }
    }
    run.success(LIMIT);
    RunHistory.of(run, "killed-in-" + kills.size() + "-steps");
    assertThat(HelmTraces.records(cluster)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
    remembered.assertComplete();
    assertThat(remembered.secrets()).isEqualTo(new AwsSecrets(bed, cluster).arns());
  }

  private static void killIn(
      InstallLine step, SlowMotion slowly, WorkerProcess worker, Cluster cluster) {
    if (!WITH_HELM.contains(step)) {
      slowly.freezeIn(step);
      worker.kill();
      return;
    }
    slowly.freezeIn(step, standing -> isHelmAtWork(step, worker, cluster));
    List<ProcessHandle> children = HelmTraces.children(worker);
    worker.kill();
    awaitEnd(children);
  }

  // The small chart is written within a moment, so its child alone has to do.
  private static boolean isHelmAtWork(InstallLine step, WorkerProcess worker, Cluster cluster) {
    return !HelmTraces.children(worker).isEmpty()
        && (step == InstallLine.INSTALL_ADDONS_APPSET || HelmTraces.isInstalling(cluster));
  }

  private static void awaitEnd(List<ProcessHandle> children) {
    Await.until(
        "Helm's processes have ended with their worker",
        Duration.ofSeconds(10),
        () -> children.stream().noneMatch(ProcessHandle::isAlive));
  }
}
