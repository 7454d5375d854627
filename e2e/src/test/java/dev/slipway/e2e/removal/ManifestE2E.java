package dev.slipway.e2e.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.ownership.manifest.Manifest;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.activities.ownership.record.InstallationManifest;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.install.ConfigYaml;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.traces.AwsSecrets;
import dev.slipway.e2e.traces.Remembered;
import dev.slipway.workflows.inventory.Origin;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an installation remembers is all that came with it, and nothing else. */
@ExtendWith(BedExtension.class)
final class ManifestE2E {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String OF_A_TEAM =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: keycloak}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: of-a-team, namespace: keycloak}
      """;

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void remembersAllThatCameAndNothingElse(String pathRouting, String autoMode, Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    alpha.apply(OF_A_TEAM);
    ConfigYaml config =
        ConfigYaml.of(alpha, bed.sources())
            .with("path_routing", pathRouting)
            .with("auto_mode", autoMode);
    Platform platform = Platform.on(bed, alpha, config);
    Remembered remembered = Remembered.since(alpha);
    platform.slipway().worker();

    platform.operator().unattended().start().success(LIMIT);

    remembered.assertComplete();
    assertThat(remembered.secrets()).hasSize(2).isEqualTo(new AwsSecrets(bed, alpha).arns());
    Manifest manifest = new InstallationManifest(alpha.client()).read().orElseThrow();
    assertThat(manifest.installed()).isTrue();
    assertThat(manifest.entries())
        .filteredOn(entry -> entry.subject().toString().equals("Namespace keycloak"))
        .extracting(ManifestEntry::origin)
        .containsExactly(Origin.BEFORE);
  }

  @Test
  void keepsWhatAnEarlierInstallRemembered(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    Remembered remembered = Remembered.since(alpha);
    platform.slipway().worker();
    platform.operator().unattended().start().success(LIMIT);
    Manifest first = new InstallationManifest(alpha.client()).read().orElseThrow();

    platform
        .slipway()
        .folders()
        .writeConfig(
            platform.configFile(), platform.config().with("domain", "b.alpha.example.org").text());
    platform.operator().unattended().start().success(LIMIT);

    remembered.assertComplete();
    Manifest second = new InstallationManifest(alpha.client()).read().orElseThrow();
    assertThat(second.entries())
        .filteredOn(entry -> entry.origin() == Origin.MADE)
        .extracting(ManifestEntry::subject)
        .containsAll(
            first.entries().stream()
                .filter(entry -> entry.origin() == Origin.MADE)
                .map(ManifestEntry::subject)
                .toList());
  }
}
