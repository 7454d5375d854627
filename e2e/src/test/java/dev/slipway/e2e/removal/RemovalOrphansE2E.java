package dev.slipway.e2e.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.install.ConfigYaml;
import dev.slipway.e2e.install.Platform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the reference's order of removal leaves in AWS, where nobody would look for it. */
@ExtendWith(BedExtension.class)
final class RemovalOrphansE2E {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void leavesRecordsAndVolumesOfAnInstallation(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform =
        Platform.on(bed, alpha, ConfigYaml.of(alpha, bed.sources()).with("auto_mode", "false"));
    platform.slipway().worker();
    platform.operator().unattended().start().success(LIMIT);
    Await.until("records", SOON, () -> things(alpha).contains("record A alpha.example.org."));
    List<String> installed = things(alpha);

    new ReferenceRemoval(alpha).run();

    List<String> left = things(alpha);
    System.out.printf("Installed: %s%nLeft: %s%n", installed, left);
    assertThat(installed)
        .anyMatch(thing -> thing.startsWith("balancer cnoe-alpha-"))
        .contains("volume backstage/data-backstage-postgresql-0");
    assertThat(left)
        .contains("record A alpha.example.org.", "record TXT cnoe-a.alpha.example.org.")
        .anyMatch(thing -> thing.startsWith("volume backstage/"));
  }

  private static List<String> things(Cluster cluster) {
    return cluster.cloud().things();
  }
}
