package dev.slipway.e2e.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job: an empty cluster becomes the platform. */
@ExtendWith(BedExtension.class)
@Tag("core")
final class InstallE2E {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  void installsAnEmptyClusterWithTheTemporalCliAlone(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();

    Ending ending =
        platform.operator().start().awaitStatus("AWAITING_APPROVAL").approve().success(LIMIT);

    assertThat(ending.applications())
        .containsExactlyInAnyOrderElementsOf(ExpectedApplications.on(alpha));
    assertThat(ending.urls())
        .containsExactly(
            "https://alpha.example.org",
            "https://alpha.example.org/argocd",
            "https://alpha.example.org/argo-workflows",
            "https://alpha.example.org/keycloak");
    assertThat(ending.events()).isLessThanOrEqualTo(400);
    assertThat(ending.bytes()).isLessThanOrEqualTo(1_000_000);
  }
}
