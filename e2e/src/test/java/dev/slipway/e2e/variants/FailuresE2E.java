package dev.slipway.e2e.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.Fault;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.ExpectedApplications;
import dev.slipway.e2e.install.Operator;
import dev.slipway.e2e.install.Platform;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A world that does not do its part is never taken for a platform. */
@ExtendWith(BedExtension.class)
final class FailuresE2E {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  void namesTheApplicationWhoseChartIsMissingAndGoesOnOnceItIsBack(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Operator operator = platform.operator().unattended();
    bed.sources().charts().withhold("external-dns");

    Ending failed = operator.asking("\"applicationsWithin\":\"PT2M\"").start().ending(LIMIT);

    assertThat(failed.type()).as(failed.toString()).isEqualTo("APPLICATIONS_NOT_HEALTHY");
    assertThat(failed.message())
        .contains(" applications are not up after PT2M")
        .containsPattern("(?m)^external-dns-alpha: sync Unknown, health \\w+: ComparisonError: ")
        .containsPattern("(?m)^external-dns-alpha: .*chart \"external-dns\" .*not found");

    bed.sources().charts().restore();
    Ending succeeded = operator.start().success(LIMIT);

    assertThat(succeeded.applications())
        .containsExactlyInAnyOrderElementsOf(ExpectedApplications.on(alpha));
    assertThat(alpha.helm("history", "argocd", "--namespace", "argocd", "--max", "2"))
        .contains("deployed")
        .doesNotContain("superseded");
  }

  @Test
  void saysWhatExternalSecretsMayNotRead(Bed bed) {
    Platform platform = Platform.on(bed, bed.cluster("alpha"));
    platform.slipway().worker();
    bed.aws().fail(Fault.accessDenied("GetSecretValue", Fault.EXTERNAL_SECRETS));

    Ending failed =
        platform.operator().unattended().asking("\"stepWithin\":\"PT90S\"").start().ending(LIMIT);

    assertThat(failed.type()).as(failed.toString()).isEqualTo("CLUSTER_SECRET_NOT_READY");
    assertThat(failed.message())
        .contains("ExternalSecret argocd/hub-cluster-secret: SecretSyncedError: ")
        .contains("not authorized to perform GetSecretValue");
  }
}
