package dev.slipway.e2e.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.traces.AwsSecrets;
import dev.slipway.e2e.traces.ClusterSnapshot;
import dev.slipway.e2e.traces.PlantedSecrets;
import dev.slipway.e2e.traces.Remembered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One installed platform: installed again nothing changes, and its secrets are nowhere to see. */
@ExtendWith(BedExtension.class)
final class RerunE2E {
  private static final Duration LIMIT = Duration.ofMinutes(15);

  @Test
  @Tag("core")
  void changesNothingTheSecondTimeAndShowsNoSecretEitherTime(Bed bed) throws IOException {
    Cluster alpha = bed.cluster("alpha");
    AwsSecrets secrets = new AwsSecrets(bed, alpha);
    Remembered remembered = Remembered.since(alpha);
    Platform platform = Platform.on(bed, alpha);
    Path scratch = Files.createDirectories(alpha.folder().resolve("worker-tmp"));
    WorkerProcess worker =
        platform.slipway().worker(Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + scratch));
    try (ProcessWatch watch =
        ProcessWatch.on(worker.process().pid(), scratch, platform.slipway().folders().helm())) {
      install(platform);
      assertThatNoSecretIsSeen(bed, platform, worker);
      ClusterSnapshot before = ClusterSnapshot.ofQuiet(alpha.client());
      Map<String, List<String>> versions = secrets.versions();
      String releases = alpha.helm("list", "--all-namespaces", "--output", "json");

      install(platform);

      assertThat(before.differences(ClusterSnapshot.of(alpha.client()))).isEmpty();
      assertThat(secrets.versions()).hasSize(2).isEqualTo(versions);
      assertThat(alpha.helm("list", "--all-namespaces", "--output", "json")).isEqualTo(releases);
      remembered.assertComplete();
      assertThatNoSecretIsSeen(bed, platform, worker);
      assertThat(watch.leaks()).isEmpty();
      assertThat(watch.commands()).anyMatch(command -> command.contains("HelmMain"));
      assertThat(watch.files()).anyMatch(file -> file.contains("slipway-helm-"));
    }
  }

  private static void install(Platform platform) {
    platform.operator().start().awaitStatus("AWAITING_APPROVAL").approve().success(LIMIT);
  }

  private static void assertThatNoSecretIsSeen(Bed bed, Platform platform, WorkerProcess worker)
      throws IOException {
    String workflowId = platform.operator().run().workflowId();
    assertThat(PlantedSecrets.inFiles(platform.slipway().folders().credentials()))
        .as("what a search finds where secrets are")
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(PlantedSecrets.inHistory(platform.operator().run().history())).isEmpty();
    assertThat(PlantedSecrets.in("worker's log", worker.log())).isEmpty();
    assertThat(PlantedSecrets.in("Temporal's log", bed.temporal().process().log().text()))
        .isEmpty();
    assertThat(PlantedSecrets.inFile(bed.folder().resolve("temporal.db"))).isEmpty();
    for (String command : List.of("status", "watch", "urls")) {
      Tool.Result result = platform.slipway().slipway(command, "-w", workflowId, "-o", "json");
      assertThat(result.exitCode()).as(result.output()).isZero();
      assertThat(PlantedSecrets.in(command, result.output())).isEmpty();
    }
  }
}
