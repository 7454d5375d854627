package dev.slipway.e2e.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.ClusterImage;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.install.InstalledPlatform;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.traces.AwsSecrets;
import dev.slipway.e2e.traces.ClusterSnapshot;
import dev.slipway.e2e.traces.ObjectIds;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** An installed cluster that was frozen goes on as what it was, whatever became of it meanwhile. */
@ExtendWith(BedExtension.class)
final class SnapshotE2E {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofMinutes(2);

  /** What must be the same: UIDs, what AWS holds, and the ARN and versions of each secret. */
  private record Seen(
      Map<String, String> uids,
      List<String> things,
      List<String> arns,
      Map<String, List<String>> versions) {}

  @Test
  void aWreckedClusterIsBackInSecondsAsItWas(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    platform.operator().unattended().start().success(LIMIT);
    ClusterSnapshot.ofQuiet(alpha.client());
    Seen before = seen(bed, alpha);
    ClusterImage image = bed.freeze(alpha);
    wreck(bed, bed.thaw(image));

    Instant begun = Instant.now();
    Cluster restored = bed.thaw(image);
    Duration took = Duration.between(begun, Instant.now());
    Seen after = seen(bed, restored);

    System.out.println("Thawed in " + took);
    assertThat(before.uids()).hasSizeGreaterThan(100);
    assertThat(before.versions()).hasSize(2);
    assertThat(after).isEqualTo(before);
    Await.until("Argo CD", SOON, () -> restored.pods().isRunning("argocd-application-controller"));
    assertThat(restored.applications()).hasSize(12);
  }

  @Test
  void aPlatformIsInstalledOnceForAllTests(Bed bed) {
    Platform first = InstalledPlatform.on(bed, "alpha");
    String uid = uidOf(first, "keycloak");
    wreck(bed, first.cluster());

    Platform second = InstalledPlatform.on(bed, "alpha");

    assertThat(uidOf(second, "keycloak")).isEqualTo(uid);
    assertThat(second.config().value("route53_hosted_zone_id"))
        .isEqualTo(first.config().value("route53_hosted_zone_id"));
  }

  private static String uidOf(Platform platform, String namespace) {
    KubernetesClient client = platform.cluster().client();
    return client.namespaces().withName(namespace).get().getMetadata().getUid();
  }

  private static void wreck(Bed bed, Cluster cluster) {
    cluster.client().namespaces().withName("ingress-nginx").delete();
    cluster.client().namespaces().withName("keycloak").delete();
    try (SecretsManagerClient secrets = secrets(bed, cluster)) {
      secrets
          .listSecrets()
          .secretList()
          .forEach(it -> secrets.putSecretValue(put -> put.secretId(it.arn()).secretString("{}")));
    }
    Await.until("no balancer", SOON, () -> cluster.cloud().balancers().names().isEmpty());
    cluster.close();
  }

  private static Seen seen(Bed bed, Cluster cluster) {
    try (SecretsManagerClient secrets = secrets(bed, cluster)) {
      return new Seen(
          ObjectIds.of(cluster.client()),
          cluster.cloud().things(),
          secrets.listSecrets().secretList().stream().map(it -> it.arn()).sorted().toList(),
          new AwsSecrets(bed, cluster).versions());
    }
  }

  private static SecretsManagerClient secrets(Bed bed, Cluster cluster) {
    return bed.aws().clients(cluster.account(), cluster.region()).secrets();
  }
}
