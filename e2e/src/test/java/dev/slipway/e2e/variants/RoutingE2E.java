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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Region, routing and Auto Mode decide which applications there are and where people find them. */
@ExtendWith(BedExtension.class)
final class RoutingE2E {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final List<String> HOSTS =
      List.of(
          "https://backstage.alpha.example.org",
          "https://argocd.alpha.example.org",
          "https://argo-workflows.alpha.example.org",
          "https://keycloak.alpha.example.org");
  private static final List<String> PATHS =
      List.of(
          "https://alpha.example.org",
          "https://alpha.example.org/argocd",
          "https://alpha.example.org/argo-workflows",
          "https://alpha.example.org/keycloak");
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

  @ParameterizedTest(name = "region {0}, path routing {1}, Auto Mode {2}")
  @CsvSource({
    "eu-west-3, false, true",
    "eu-west-3, true, false",
    "us-west-2, false, false",
    "us-west-2, true, true"
  })
  void regionRoutingAndAutoModeDecide(String region, boolean byPath, boolean auto, Bed bed) {
    Cluster alpha = bed.cluster(ClusterSpec.named("alpha").inRegion(region));

    Ending ending = install(bed, alpha, byPath, auto);

    assertApplications(alpha, ending, byPath, auto);
    assertThat(ending.urls()).containsExactlyElementsOf(byPath ? PATHS : HOSTS);
    assertThat(clusterSecret(alpha).getMetadata().getLabels())
        .containsEntry("path_routing", Boolean.toString(byPath))
        .containsEntry("auto_mode", Boolean.toString(auto));
    assertThatEverythingIsIn(region, bed, alpha);
    assertThatNobodyWasUpBeforeKeycloaksClients(alpha, "backstage-alpha", "argo-workflows-alpha");
  }

  private static Ending install(Bed bed, Cluster cluster, boolean byPath, boolean auto) {
    ConfigYaml config =
        ConfigYaml.of(cluster, bed.sources())
            .with("path_routing", Boolean.toString(byPath))
            .with("auto_mode", Boolean.toString(auto));
    Platform platform = Platform.on(bed, cluster, config);
    platform.slipway().worker();
    Ending ending =
        platform.operator().asking("\"approval\":\"notRequired\"").start().ending(LIMIT);
    assertThat(ending.isSuccess()).as(ending.toString()).isTrue();
    return ending;
  }

  private static void assertApplications(
      Cluster cluster, Ending ending, boolean byPath, boolean auto) {
    List<String> expected = new ArrayList<>(ALWAYS);
    expected.add(byPath ? "addons-appset-pr-alpha" : "addons-appset-alpha");
    if (!auto) {
      expected.add("aws-load-balancer-controller-alpha");
    }
    assertThat(ending.applications()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(cluster.applications())
        .extracting(application -> application.getMetadata().getName())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void assertThatEverythingIsIn(String region, Bed bed, Cluster cluster) {
    assertThat(clusterSecret(cluster).getMetadata().getAnnotations())
        .containsEntry("aws_region", region);
    assertThat(store(cluster).<String>get("spec", "provider", "aws", "region")).isEqualTo(region);
    assertThat(bed.aws().calls(call -> call.service().equals("secretsmanager")))
        .isNotEmpty()
        .extracting(AwsCall::region)
        .containsOnly(region);
  }

  private static void assertThatNobodyWasUpBeforeKeycloaksClients(
      Cluster cluster, String... applications) {
    Instant made =
        Instant.parse(
            cluster
                .client()
                .secrets()
                .inNamespace("keycloak")
                .withName("keycloak-clients")
                .get()
                .getMetadata()
                .getCreationTimestamp());
    assertThat(cluster.applications())
        .filteredOn(
            application -> List.of(applications).contains(application.getMetadata().getName()))
        .hasSize(applications.length)
        .extracting(
            application -> Instant.parse(application.get("status", "operationState", "finishedAt")))
        .allSatisfy(finished -> assertThat(finished).isAfterOrEqualTo(made));
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
