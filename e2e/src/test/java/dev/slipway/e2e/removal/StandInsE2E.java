package dev.slipway.e2e.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.route53.Route53Client;

/** The bed's controllers make things in AWS, and clean up only while they live. */
@ExtendWith(BedExtension.class)
final class StandInsE2E {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Duration NEVER = Duration.ofSeconds(4);

  @Test
  void aBalancerOutlivesItsServiceUntilItsControllerIsBack(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    alpha.apply(Workloads.of("aws-load-balancer-controller"));
    alpha.apply(Workloads.SERVICE + "---\n" + Workloads.ALB);
    awaitThings(alpha, 8);

    alpha.delete(Workloads.of("aws-load-balancer-controller"));
    Await.until("no controller", SOON, () -> hasNoPods(alpha));
    alpha.delete(Workloads.SERVICE);
    sleep();

    assertThat(finalizersOfService(alpha)).contains("service.k8s.aws/resources");
    assertThat(things(alpha)).hasSize(8).contains("balancer web-of-a-team");
    alpha.apply(Workloads.of("aws-load-balancer-controller"));
    awaitThings(alpha, 4);
    assertThat(things(alpha)).noneMatch(thing -> thing.contains("web-of-a-team"));
  }

  @Test
  void aRecordOutlivesItsIngressUntilExternalDnsIsBack(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    try (Route53Client zones = bed.aws().clients(alpha.account(), alpha.region()).route53()) {
      zones.createHostedZone(it -> it.name("example.org").callerReference("1"));
    }
    alpha.apply(Workloads.of("ingress-nginx") + "---\n" + Workloads.of("external-dns"));
    alpha.apply(Workloads.INGRESS);
    awaitThings(alpha, 2);

    alpha.delete(Workloads.of("external-dns"));
    Await.until("no External DNS", SOON, () -> podsOf(alpha, "external-dns") == 0);
    alpha.delete(Workloads.INGRESS);
    sleep();

    assertThat(things(alpha))
        .containsExactly("record A web.example.org.", "record TXT of-a.web.example.org.");
    alpha.apply(Workloads.of("external-dns"));
    awaitThings(alpha, 0);
  }

  @Test
  void aBucketOutlivesItsProviderAndHoldsItsManagedResource(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    alpha.apply(Workloads.of("crossplane") + "---\n" + Workloads.of("crossplane-aws-upbound"));
    Await.until("definition", SOON, () -> applied(alpha, Workloads.DEFINITION));
    Await.until("claim", SOON, () -> applied(alpha, Workloads.CLAIM));
    awaitThings(alpha, 1);

    alpha.delete(Workloads.of("crossplane-aws-upbound"));
    Await.until("no provider", SOON, () -> podsOf(alpha, "crossplane-aws-upbound") == 0);
    alpha.delete(Workloads.CLAIM);
    Await.until("managed resource goes", SOON, () -> isGoing(alpha));
    sleep();

    assertThat(things(alpha)).hasSize(1).allMatch(thing -> thing.startsWith("bucket pictures-"));
    alpha.apply(Workloads.of("crossplane-aws-upbound"));
    awaitThings(alpha, 0);
  }

  @Test
  void aVolumeGoesWithItsClaimWhileItsDriverIsThere(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Await.until("claim and pod", SOON, () -> applied(alpha, Workloads.VOLUME));
    awaitThings(alpha, 1);
    assertThat(things(alpha)).containsExactly("volume default/data");

    alpha.operators().volumeDriverAway(true);
    alpha.delete(Workloads.VOLUME);
    Await.until("no claim", SOON, () -> claims(alpha) == 0);
    sleep();

    assertThat(things(alpha)).containsExactly("volume default/data");
    alpha.operators().volumeDriverAway(false);
    awaitThings(alpha, 0);
  }

  private static boolean applied(Cluster cluster, String yaml) {
    cluster.apply(yaml);
    return true;
  }

  private static List<String> things(Cluster cluster) {
    return cluster.cloud().things();
  }

  private static void awaitThings(Cluster cluster, int count) {
    Await.until(
        count + " things in AWS",
        SOON,
        () -> things(cluster).size() == count,
        () -> things(cluster).toString());
  }

  private static List<String> finalizersOfService(Cluster cluster) {
    return cluster
        .client()
        .services()
        .inNamespace("default")
        .withName("web")
        .get()
        .getMetadata()
        .getFinalizers();
  }

  private static boolean isGoing(Cluster cluster) {
    return cluster
        .client()
        .genericKubernetesResources("s3.aws.upbound.io/v1beta1", "Bucket")
        .list()
        .getItems()
        .stream()
        .anyMatch(it -> it.getMetadata().getDeletionTimestamp() != null);
  }

  private static boolean hasNoPods(Cluster cluster) {
    return podsOf(cluster, "aws-load-balancer-controller") == 0;
  }

  private static int podsOf(Cluster cluster, String name) {
    return cluster
        .client()
        .pods()
        .inNamespace("default")
        .withLabel("app.kubernetes.io/name", name)
        .list()
        .getItems()
        .size();
  }

  private static int claims(Cluster cluster) {
    return cluster
        .client()
        .persistentVolumeClaims()
        .inNamespace("default")
        .list()
        .getItems()
        .size();
  }

  // Long enough for several passes of the stand-ins.
  private static void sleep() {
    try {
      Thread.sleep(NEVER.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
