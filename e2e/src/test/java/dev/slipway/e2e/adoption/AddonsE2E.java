package dev.slipway.e2e.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.install.ConfigYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** This checkout's packages on the bed, installed by hand as the reference script would. */
@ExtendWith(BedExtension.class)
final class AddonsE2E {
  @Test
  void everyAddonComesUp(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    ConfigYaml config =
        ConfigYaml.of(alpha, bed.sources())
            .with("path_routing", "false")
            .with("secret_prefix", "cnoe-ref-impl/alpha")
            .with("route53_hosted_zone_id", "Z123");
    ReferenceInstall reference = new ReferenceInstall(bed, alpha, config);

    reference.run();

    assertThat(reference.states()).containsOnlyKeys(reference.expected());
  }
}
