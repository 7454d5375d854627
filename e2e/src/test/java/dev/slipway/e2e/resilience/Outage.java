package dev.slipway.e2e.resilience;

import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.resilience.moment.Pause;
import dev.slipway.e2e.resilience.moment.SlowMotion;
import dev.slipway.e2e.resilience.moment.Standing;
import dev.slipway.e2e.resilience.moment.Standing.Pending;
import dev.slipway.e2e.resilience.moment.Watch;
import dev.slipway.e2e.traces.HelmTraces;
import dev.slipway.workflows.install.steps.InstallLine;
import java.time.Duration;
import java.util.Set;

/** Takes the API server away for thirty seconds, or longer until an attempt has failed by it. */
final class Outage {
  private static final Duration LENGTH = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Set<String> BENIGN = Set.of("NOT_YET", "UNCHANGED");

  private final Cluster cluster;
  private final Watch watch;
  private final WorkerProcess worker;

  Outage(Cluster cluster, Watch watch, WorkerProcess worker) {
    this.cluster = cluster;
    this.watch = watch;
    this.worker = worker;
  }

  /** The outage begins inside this step, and an attempt of it fails in the outage. */
  void befall(InstallLine step) {
    new SlowMotion(watch, worker).freezeIn(step, standing -> isUnderWay(step, standing));
    cluster.apiServer().stop();
    long end = System.nanoTime() + LENGTH.toNanos();
    worker.process().resume();
    Await.until(
        "an attempt of " + step + " has met the outage",
        LONGEST,
        () -> watch.standing().pending().stream().anyMatch(Outage::hasMetIt),
        () -> "; it is " + watch.standing());
    Pause.of(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    cluster.apiServer().start();
  }

  private boolean isUnderWay(InstallLine step, Standing standing) {
    return step == InstallLine.BOOTSTRAP_CLUSTER
        ? HelmTraces.isInstalling(cluster)
        : !standing.pending().isEmpty();
  }

  // An attempt that ran out of its time has a failure without a type.
  private static boolean hasMetIt(Pending activity) {
    return activity.attempt() > 1 && !BENIGN.contains(activity.lastFailure());
  }
}
