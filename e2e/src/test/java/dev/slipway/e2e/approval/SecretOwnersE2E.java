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
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** A secret belongs to one cluster. */
@ExtendWith(BedExtension.class)
final class SecretOwnersE2E {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String AT_ONCE = "\"approval\":\"notRequired\"";
  private static final String OTHERS = "222222222222";

  @Test
  @Tag("core")
  void refusesASecondClusterWithTheSamePrefix(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Cluster beta = bed.cluster("beta");
    Platform platform = Platform.on(bed, alpha, shared(bed, alpha));
    platform.slipway().worker();
    Operator first = platform.operator().start();
    Operator second = platform.operatorOf(beta, shared(bed, beta)).start();
    second.awaitStatus("AWAITING_APPROVAL");
    first.awaitStatus("AWAITING_APPROVAL").approve().awaitStep("BOOTSTRAP_CLUSTER").terminate();
    Map<String, String> before = versions(bed, alpha);
    int writes = bed.aws().calls(AwsCall::isWrite).size();

    assertRefused(second.approve().ending(SOON));
    assertRefused(second.asking(AT_ONCE).start().ending(SOON));

    assertThat(before).containsOnlyKeys("shared/config", "shared/github-app");
    assertThat(versions(bed, alpha)).isEqualTo(before);
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

    Operator first = platform.operator().asking(AT_ONCE).start();
    Operator second = platform.operatorOf(beta, ofBeta).asking(AT_ONCE).start();

    first.awaitStep("BOOTSTRAP_CLUSTER").terminate();
    second.awaitStep("BOOTSTRAP_CLUSTER").terminate();
    assertThat(owners(bed, alpha))
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

    Operator ours = first.operator().asking(AT_ONCE).start();
    Operator theirs = second.operator().asking(AT_ONCE + ",\"taskQueue\":\"others\"").start();

    ours.awaitStep("BOOTSTRAP_CLUSTER").terminate();
    theirs.awaitStep("BOOTSTRAP_CLUSTER").terminate();
    assertThat(owners(bed, one))
        .containsOnly(
            Map.entry("cnoe-ref-impl/alpha/config", "123456789012/us-west-2/alpha"),
            Map.entry("cnoe-ref-impl/alpha/github-app", "123456789012/us-west-2/alpha"));
    assertThat(owners(bed, other))
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

  private static Map<String, String> versions(Bed bed, Cluster cluster) {
    Map<String, String> versions = new TreeMap<>();
    try (SecretsManagerClient secrets = secrets(bed, cluster)) {
      secrets
          .listSecrets()
          .secretList()
          .forEach(
              secret ->
                  versions.put(
                      secret.name(),
                      secrets
                          .describeSecret(call -> call.secretId(secret.name()))
                          .versionIdsToStages()
                          .toString()));
    }
    return versions;
  }

  private static Map<String, String> owners(Bed bed, Cluster cluster) {
    Map<String, String> owners = new TreeMap<>();
    try (SecretsManagerClient secrets = secrets(bed, cluster)) {
      secrets
          .listSecrets()
          .secretList()
          .forEach(secret -> owners.put(secret.name(), owner(secret)));
    }
    return owners;
  }

  private static String owner(SecretListEntry secret) {
    return secret.tags().stream()
        .filter(tag -> tag.key().equals("slipway:cluster"))
        .findFirst()
        .map(tag -> tag.value())
        .orElse("nobody");
  }

  private static SecretsManagerClient secrets(Bed bed, Cluster cluster) {
    return bed.aws().clients(cluster.account(), cluster.region()).secrets();
  }
}
