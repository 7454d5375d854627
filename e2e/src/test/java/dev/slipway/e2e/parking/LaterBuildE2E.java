package dev.slipway.e2e.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.Fault;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.traces.HelmTraces;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run that is parked under one build is resumed by the next. */
@ExtendWith(BedExtension.class)
final class LaterBuildE2E {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  void doesTheStepAndBringsThePackagesOfTheLaterBuild(Bed bed) {
    WrongValue wrong = WrongValue.pushedTo(bed.sources());
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    LaterBuild build = LaterBuild.in(bed.folder().resolve("later-build"));
    WorkerProcess earlier = platform.slipway().worker();
    Run run = platform.operator().asking("\"applicationsWithin\":\"PT3M\"").start();
    run.awaitStatus("AWAITING_APPROVAL").approve().awaitAttention(1);
    earlier.kill();
    wrong.mend();

    platform.slipway().laterWorker(build.classes());
    run.answer("retry", 1).awaitStatus("AWAITING_APPROVAL").approve();
    Ending ending = run.success(LIMIT);

    assertThat(ending.report().path("steps").findValuesAsText("step"))
        .containsSubsequence("SETTLE", LaterBuild.STEP, "INSTALL_ADDONS_APPSET");
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
    run.histories().forEach(build::replay);
    build.replayRecorded();
  }

  @Test
  void doesTheStepOfTheLaterBuildUnderTheOldPlan(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    LaterBuild build = LaterBuild.in(bed.folder().resolve("later-build"));
    WorkerProcess earlier = platform.slipway().worker();
    bed.aws().fail(Fault.accessDenied("CreateSecret", Fault.SLIPWAY));
    Run run = platform.operator().start().awaitStatus("AWAITING_APPROVAL").approve();
    run.awaitAttention(1);
    earlier.kill();
    bed.aws().fail();

    platform.slipway().laterWorker(build.classes());
    Ending ending = run.answer("retry", 1).success(LIMIT);

    assertThat(ending.report().path("steps").findValuesAsText("step"))
        .containsSubsequence("SETTLE", LaterBuild.STEP, "INSTALL_ADDONS_APPSET");
    List<String> histories = run.histories();
    assertThat(Attempts.of("ClaimCluster", histories)).isEqualTo(1);
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
    histories.forEach(build::replay);
    build.replayRecorded();
  }
}
