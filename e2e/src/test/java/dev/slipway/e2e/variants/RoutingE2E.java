package dev.slipway.e2e.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.ClusterSpec;
import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.install.ConfigYaml;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.ExpectedApplications;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.traces.Remembered;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Region, routing and Auto Mode decide which applications there are and where people find them. */
@ExtendWith(BedExtension.class)
final class RoutingE2E {
  private static final Duration LIMIT = Duration.ofMinutes(15);

  /** Every cluster, routing and mode together; both regions with each of them. */
  @ParameterizedTest(name = "{0} in {1}, path routing {2}, Auto Mode {3}")
  @CsvSource({
    "alpha, eu-west-3, false, true",
    "beta, eu-west-3, true, false",
    "alpha, us-west-2, false, false",
    "beta, us-west-2, true, true",
    "alpha, us-west-2, true, false",
    "beta, eu-west-3, false, true",
    "alpha, eu-west-3, true, true",
    "beta, us-west-2, false, false"
  })
  void clusterRegionRoutingAndAutoModeDecide(
      String name, String region, boolean byPath, boolean auto, Bed bed) {
    Cluster cluster = bed.cluster(ClusterSpec.named(name).inRegion(region));
    Remembered remembered = Remembered.since(cluster);

    Ending ending = install(bed, cluster, byPath, auto);

    assertApplications(cluster, ending, byPath, auto);
    assertThat(ending.urls()).containsExactlyElementsOf(urls(name + ".example.org", byPath));
    assertThat(clusterSecret(cluster).getMetadata().getLabels())
        .containsEntry("path_routing", Boolean.toString(byPath))
        .containsEntry("auto_mode", Boolean.toString(auto));
    assertThatEverythingIsIn(region, bed, cluster);
    assertThatNobodyWasUpBeforeKeycloaksClients(
        cluster, "backstage-" + name, "argo-workflows-" + name);
    remembered.assertComplete();
  }

  private static Ending install(Bed bed, Cluster cluster, boolean byPath, boolean auto) {
    ConfigYaml config =
        ConfigYaml.of(cluster, bed.sources())
            .with("path_routing", Boolean.toString(byPath))
            .with("auto_mode", Boolean.toString(auto));
    Platform platform = Platform.on(bed, cluster, config);
    platform.slipway().worker();
    return platform.operator().unattended().start().success(LIMIT);
  }

  private static List<String> urls(String domain, boolean byPath) {
    return Stream.of("backstage", "argocd", "argo-workflows", "keycloak")
        .map(addon -> byPath ? domain + "/" + addon : addon + "." + domain)
        .map(place -> "https://" + place.replace("/backstage", ""))
        .toList();
  }

  private static void assertApplications(
      Cluster cluster, Ending ending, boolean byPath, boolean auto) {
    List<String> expected = ExpectedApplications.on(cluster, byPath, auto);
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
