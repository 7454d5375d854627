package dev.slipway.e2e.approval;

import static dev.slipway.e2e.approval.Untouched.assertNothingWritten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.ClusterSpec;
import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.install.ConfigYaml;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Operator;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.traces.AwsSecrets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A secret belongs to one cluster. */
@ExtendWith(BedExtension.class)
final class SecretOwnersE2E {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String OTHERS = "222222222222";

  @Test
  @Tag("core")
  void refusesASecondClusterWithTheSamePrefix(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Cluster beta = bed.cluster("beta");
    AwsSecrets secrets = new AwsSecrets(bed, alpha);
    Platform platform = Platform.on(bed, alpha, shared(bed, alpha));
    platform.slipway().worker();
    Operator intruder = platform.operatorOf(beta, shared(bed, beta)).impatient();
    Run first = platform.operator().start();
    Run second = intruder.start();
    second.awaitStatus("AWAITING_APPROVAL");
    first.awaitStatus("AWAITING_APPROVAL").approve().awaitStep("BOOTSTRAP_CLUSTER").terminate();
    Map<String, List<String>> before = secrets.versions();
    int writes = bed.aws().calls(AwsCall::isWrite).size();

    assertRefused(second.approve().ending(SOON));
    assertRefused(intruder.unattended().start().ending(SOON));

    assertThat(before).containsOnlyKeys("shared/config", "shared/github-app");
    assertThat(secrets.versions()).isEqualTo(before);
    assertThat(bed.aws().calls(AwsCall::isWrite)).hasSize(writes);
    assertNothingWritten(beta);
  }

  @Test
  void clustersWithTheDefaultPrefixLiveSideBySide(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Cluster beta = bed.cluster("beta");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    ConfigYaml ofBeta = ConfigYaml.of(beta, bed.sources());

    Run first = platform.operator().unattended().start();
    Run second = platform.operatorOf(beta, ofBeta).unattended().start();

    first.awaitStep("BOOTSTRAP_CLUSTER").terminate();
    second.awaitStep("BOOTSTRAP_CLUSTER").terminate();
    assertThat(new AwsSecrets(bed, alpha).owners())
        .containsOnly(
            Map.entry("cnoe-ref-impl/alpha/config", "123456789012/us-west-2/alpha"),
            Map.entry("cnoe-ref-impl/alpha/github-app", "123456789012/us-west-2/alpha"),
            Map.entry("cnoe-ref-impl/beta/config", "123456789012/us-west-2/beta"),
            Map.entry("cnoe-ref-impl/beta/github-app", "123456789012/us-west-2/beta"));
  }

  @Test
  void clustersOfOneNameInTwoAccountsDoNotCollide(Bed bed) {
    Cluster one = bed.cluster("alpha");
    Cluster other = bed.cluster(ClusterSpec.named("alpha").ofAccount(OTHERS));
    Platform first = Platform.on(bed, one);
    Platform second = Platform.on(bed, other);
    first.slipway().worker();
    second.slipway().worker(Map.of("SLIPWAY_TASK_QUEUE", "others"));

    Run ours = first.operator().unattended().start();
    Run theirs = second.operator().unattended().asking("\"taskQueue\":\"others\"").start();

    ours.awaitStep("BOOTSTRAP_CLUSTER").terminate();
    theirs.awaitStep("BOOTSTRAP_CLUSTER").terminate();
    assertThat(new AwsSecrets(bed, one).owners())
        .containsOnly(
            Map.entry("cnoe-ref-impl/alpha/config", "123456789012/us-west-2/alpha"),
            Map.entry("cnoe-ref-impl/alpha/github-app", "123456789012/us-west-2/alpha"));
    assertThat(new AwsSecrets(bed, other).owners())
        .containsOnly(
            Map.entry("cnoe-ref-impl/alpha/config", "222222222222/us-west-2/alpha"),
            Map.entry("cnoe-ref-impl/alpha/github-app", "222222222222/us-west-2/alpha"));
  }

  private static void assertRefused(Ending ending) {
    assertThat(ending.type()).isEqualTo("PREFLIGHT_FAILED");
    assertThat(ending.message())
        .contains(
            "secret shared/config belongs to cluster 123456789012/us-west-2/alpha",
            "secret shared/github-app belongs to cluster 123456789012/us-west-2/alpha");
  }

  private static ConfigYaml shared(Bed bed, Cluster cluster) {
    return ConfigYaml.of(cluster, bed.sources()).with("secret_prefix", "shared");
  }
}
