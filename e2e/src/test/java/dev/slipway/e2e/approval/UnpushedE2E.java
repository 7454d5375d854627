package dev.slipway.e2e.approval;

import static dev.slipway.e2e.approval.Untouched.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Argo CD reads Git, and not the folder that Slipway reads. */
@ExtendWith(BedExtension.class)
final class UnpushedE2E {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  @Tag("core")
  void blocksPackagesThatGitDoesNotHoldAndInstallsThemOnceItDoes(Bed bed) throws IOException {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Path values = bed.sources().packages().resolve("keycloak/values.yaml");
    Files.writeString(values, "\n# changed\n", StandardOpenOption.APPEND);
    bed.sources().git().commitUnpushed("Change Keycloak");

    Ending refused = platform.operator().impatient().start().ending(SOON);

    assertThat(refused.type()).isEqualTo("PREFLIGHT_FAILED");
    assertThat(refused.message())
        .contains("is not what the worker's packages are (changed: keycloak/values.yaml)");
    assertUntouched(bed, alpha);

    Run meant = platform.operator().asking("\"allowUnpushed\":true").start();
    meant.awaitStatus("AWAITING_APPROVAL");
    assertThat(meant.query("plan").path("warnings").toString()).contains("keycloak/values.yaml");
    meant.terminate();

    bed.sources().git().push();
    Run pushed = platform.operator().start().awaitStatus("AWAITING_APPROVAL");
    assertThat(pushed.query("plan").path("warnings").toString()).doesNotContain("keycloak/values");
    assertThat(pushed.approve().success(LIMIT).isSuccess()).isTrue();
  }
}
