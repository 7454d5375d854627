package dev.slipway.e2e.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.ClusterSpec;
import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.install.ConfigYaml;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Platform;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Region, routing and Auto Mode decide which applications there are and where people find them. */
@ExtendWith(BedExtension.class)
final class RoutingE2E {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final List<String> ALWAYS =
      List.of(
          "argo-workflows-alpha",
          "argocd-alpha",
          "backstage-alpha",
          "cert-manager-alpha",
          "crossplane-alpha",
          "crossplane-compositions-alpha",
          "crossplane-upbound-providers-alpha",
          "external-dns-alpha",
          "external-secrets-alpha",
          "ingress-nginx-alpha",
          "keycloak-alpha");

  @Test
  void routesByDomainInParisOnAutoMode(Bed bed) {
    Cluster alpha = paris(bed);

    Ending ending = install(bed, alpha, "false", "true");

    assertApplications(alpha, ending, "addons-appset-alpha");
    assertThat(ending.urls())
        .containsExactly(
            "https://backstage.alpha.example.org",
            "https://argocd.alpha.example.org",
            "https://argo-workflows.alpha.example.org",
            "https://keycloak.alpha.example.org");
    assertThat(clusterSecret(alpha).getMetadata().getLabels())
        .containsEntry("path_routing", "false")
        .containsEntry("auto_mode", "true");
    assertThatEverythingIsInParis(bed, alpha);
  }

  @Test
  void routesByPathInParisWithItsOwnLoadBalancerController(Bed bed) {
    Cluster alpha = paris(bed);

    Ending ending = install(bed, alpha, "true", "false");

    assertApplications(
        alpha, ending, "addons-appset-pr-alpha", "aws-load-balancer-controller-alpha");
    assertThat(ending.urls())
        .containsExactly(
            "https://alpha.example.org",
            "https://alpha.example.org/argocd",
            "https://alpha.example.org/argo-workflows",
            "https://alpha.example.org/keycloak");
    assertThat(clusterSecret(alpha).getMetadata().getLabels())
        .containsEntry("path_routing", "true")
        .containsEntry("auto_mode", "false");
    assertThatEverythingIsInParis(bed, alpha);
  }

  private static Cluster paris(Bed bed) {
    return bed.cluster(ClusterSpec.named("alpha").inRegion("eu-west-3"));
  }

  private static Ending install(Bed bed, Cluster cluster, String pathRouting, String autoMode) {
    ConfigYaml config =
        ConfigYaml.of(cluster, bed.sources())
            .with("path_routing", pathRouting)
            .with("auto_mode", autoMode);
    Platform platform = Platform.on(bed, cluster, config);
    platform.slipway().worker();
    Ending ending =
        platform.operator().asking("\"approval\":\"notRequired\"").start().ending(LIMIT);
    assertThat(ending.isSuccess()).as(ending.toString()).isTrue();
    return ending;
  }

  private static void assertApplications(Cluster cluster, Ending ending, String... more) {
    List<String> expected = new ArrayList<>(ALWAYS);
    expected.addAll(List.of(more));
    assertThat(ending.applications()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(cluster.applications())
        .extracting(application -> application.getMetadata().getName())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void assertThatEverythingIsInParis(Bed bed, Cluster cluster) {
    assertThat(clusterSecret(cluster).getMetadata().getAnnotations())
        .containsEntry("aws_region", "eu-west-3");
    assertThat(store(cluster).<String>get("spec", "provider", "aws", "region"))
        .isEqualTo("eu-west-3");
    assertThat(bed.aws().calls(call -> call.service().equals("secretsmanager")))
        .isNotEmpty()
        .extracting(AwsCall::region)
        .containsOnly("eu-west-3");
  }

  private static Secret clusterSecret(Cluster cluster) {
    return cluster.client().secrets().inNamespace("argocd").withName("hub-cluster").get();
  }

  private static GenericKubernetesResource store(Cluster cluster) {
    return cluster
        .client()
        .genericKubernetesResources("external-secrets.io/v1", "ClusterSecretStore")
        .withName("aws-secretsmanager")
        .get();
  }
}
