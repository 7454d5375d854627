package dev.slipway.e2e.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.AwsKeys;
import dev.slipway.e2e.bed.cluster.AuditEvent;
import dev.slipway.e2e.bed.node.Forwarder;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.resilience.moment.Pause;
import dev.slipway.e2e.resilience.moment.SlowMotion;
import dev.slipway.e2e.resilience.moment.Watch;
import dev.slipway.e2e.traces.HelmTraces;
import dev.slipway.workflows.install.steps.InstallLine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One at a time writes into a cluster, whoever lost touch with whom. */
@ExtendWith(BedExtension.class)
final class WritersE2E {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  void writesNothingOnceACancelledRunHasGivenTheLeaseBack(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    WorkerProcess worker = platform.slipway().worker();
    Run run = platform.operator().unattended().start();
    freezeAmidHelm(bed, run, worker, alpha);

    run.cancel();
    worker.process().resume();
    Await.until("the Lease is gone", SOON, () -> lease(alpha) == null);
    run.awaitStatus("CANCELLED");
    Pause.of(Duration.ofSeconds(20));

    Instant gone = lastOf(alpha, event -> event.verb().equals("delete") && isLease(event));
    assertThat(alpha.audit().events(event -> isWrite(event) && event.at().isAfter(gone))).isEmpty();
    assertThat(HelmTraces.children(worker)).isEmpty();
    platform.operator().unattended().start().success(LIMIT);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
  }

  @Test
  void aWorkerThatIsCutOffFromTemporalStopsBeforeItsSuccessorWrites(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    int port = Ports.free();
    AwsKeys others = bed.aws().newKeysOf(alpha.account());
    Forwarder wire = Forwarder.listen("127.0.0.1", port, temporalPort(bed));
    WorkerProcess first =
        platform.slipway().worker(Map.of("TEMPORAL_ADDRESS", "127.0.0.1:" + port));
    Run run = platform.operator().unattended().start();
    freezeAmidHelm(bed, run, first, alpha);
    List<ProcessHandle> children = HelmTraces.children(first);
    signal(platform, "STOP", children);

    wire.close();
    first.process().resume();
    platform.slipway().worker(new HashMap<>(others.environment()));
    String successor = "aws:" + others.accessKey();
    Await.until("the successor writes", SOON, () -> !releaseWrites(alpha, successor).isEmpty());
    // What still lived would write on from here.
    signal(platform, "CONT", children.stream().filter(ProcessHandle::isAlive).toList());
    Pause.of(Duration.ofSeconds(20));

    Instant second = releaseWrites(alpha, successor).get(0).at();
    assertThat(
            alpha
                .audit()
                .events(
                    event ->
                        isWrite(event)
                            && !event.user().equals(successor)
                            && event.at().isAfter(second)))
        .isEmpty();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    run.success(LIMIT);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
  }

  @Test
  void theProcessOfHelmEndsWhereItsWorkerIsFrozen(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    WorkerProcess worker = platform.slipway().worker();
    Run run = platform.operator().unattended().start();
    freezeAmidHelm(bed, run, worker, alpha);
    int working = HelmTraces.children(worker).size();

    // Helm waits for an answer, and hears nothing of its worker. One that has its answer is idle.
    // What has ended stays a zombie while its worker is frozen, and is no child that runs Helm.
    alpha.apiServer().process().suspend();
    Await.until(
        "a process of Helm's that works has ended",
        Duration.ofSeconds(20),
        () -> HelmTraces.children(worker).size() < working);

    alpha.apiServer().process().resume();
    worker.process().resume();
    run.success(LIMIT);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
  }

  private static void freezeAmidHelm(Bed bed, Run run, WorkerProcess worker, Cluster cluster) {
    try (Watch watch = Watch.on(bed, run)) {
      new SlowMotion(watch, worker)
          .freezeIn(
              InstallLine.BOOTSTRAP_CLUSTER,
              standing ->
                  !HelmTraces.children(worker).isEmpty() && HelmTraces.isInstalling(cluster));
    }
  }

  private static int temporalPort(Bed bed) {
    return URI.create("tcp://" + bed.temporal().address()).getPort();
  }

  private static void signal(Platform platform, String name, List<ProcessHandle> processes) {
    processes.forEach(
        process -> Tool.run(platform.cluster().folder(), "kill", "-" + name, process.pid()));
  }

  private static Object lease(Cluster cluster) {
    return cluster.client().leases().inNamespace("kube-system").withName("slipway").get();
  }

  /** Also what names the next writer is written into the Lease, before anything else. */
  private static List<AuditEvent> releaseWrites(Cluster cluster, String user) {
    return cluster
        .audit()
        .events(event -> isWrite(event) && event.user().equals(user) && !isLease(event));
  }

  private static Instant lastOf(Cluster cluster, Predicate<AuditEvent> wanted) {
    List<AuditEvent> events = cluster.audit().events(wanted);
    return events.get(events.size() - 1).at();
  }

  private static boolean isLease(AuditEvent event) {
    return event.resource().equals("leases") && event.name().equals("slipway");
  }

  private static boolean isWrite(AuditEvent event) {
    return event.isByAwsCaller()
        && event.isWrite()
        && !event.resource().equals("selfsubjectaccessreviews");
  }
}
