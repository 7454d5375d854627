package dev.slipway.e2e.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** This checkout's packages on the bed, installed by hand as the reference script would. */
@ExtendWith(BedExtension.class)
final class AddonsE2E {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String CONFIG =
      """
      {"cluster_name": "alpha", "region": "us-west-2", "auto_mode": "true",
       "path_routing": "false", "domain": "idp.bed.test", "route53_hosted_zone_id": "Z123",
       "secret_prefix": "cnoe-ref-impl/alpha",
       "repo": {"url": "%s", "revision": "main", "basepath": "packages"}}
      """;
  private static final String GITHUB_APP =
      """
      {"argocd-github": {"url": "https://github.com/bed", "appId": "1",
       "installationId": "2", "privateKey": "none"},
       "backstage-github": {"appId": "1", "webhookUrl": "https://bed.test", "clientId": "c",
       "clientSecret": "s", "webhookSecret": "w", "privateKey": "none"}}
      """;

  @Test
  void everyAddonComesUp(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Path packages = bed.sources().packages();
    putSecret(bed, alpha, "config", CONFIG.formatted(bed.sources().git().url()));
    putSecret(bed, alpha, "github-app", GITHUB_APP);
    install(bed, alpha, "argocd", "argo-cd", packages.resolve("argo-cd/values.yaml"));
    install(
        bed,
        alpha,
        "external-secrets",
        "external-secrets",
        packages.resolve("external-secrets/values.yaml"));
    Await.until("webhook", SOON, () -> alpha.pods().isRunning("external-secrets-webhook"));
    applyChart(alpha, packages.resolve("external-secrets/manifests"), "region=us-west-2");
    applyChart(
        alpha,
        packages.resolve("argo-cd/manifests"),
        "secretPrefix=cnoe-ref-impl/alpha,autoMode=true");
    Await.until("cluster secret", SOON, () -> hasClusterSecret(alpha));
    alpha.helm(
        "install",
        "addons-appset",
        packages.resolve("appset-chart").toString(),
        "--namespace=argocd",
        "--values=" + packages.resolve("bootstrap/values.yaml"));
    List<String> expected = ExpectedApplications.on(alpha, /* byPath= */ false, /* auto= */ true);
    Await.until(
        "all Applications are up",
        LONG,
        () -> states(alpha).size() == expected.size() && onlyUp(alpha),
        () -> states(alpha).toString());

    assertThat(states(alpha)).containsOnlyKeys(expected);
  }

  private static void putSecret(Bed bed, Cluster cluster, String name, String json) {
    bed.aws()
        .clients(cluster.account(), cluster.region())
        .secrets()
        .createSecret(r -> r.name("cnoe-ref-impl/alpha/" + name).secretString(json));
  }

  private static void install(Bed bed, Cluster cluster, String release, String chart, Path values) {
    cluster.helm(
        "install",
        release,
        chart,
        "--repo=" + bed.sources().charts().url(),
        "--namespace=" + release,
        "--create-namespace",
        "--values=" + values);
  }

  private static void applyChart(Cluster cluster, Path chart, String values) {
    String yaml = cluster.helm("template", "manifests", chart.toString(), "--set=" + values);
    Await.until(
        chart + " is applied",
        SOON,
        () -> {
          cluster.apply(yaml);
          return true;
        });
  }

  private static boolean hasClusterSecret(Cluster cluster) {
    return cluster.client().secrets().inNamespace("argocd").withName("hub-cluster").get() != null;
  }

  private static boolean onlyUp(Cluster cluster) {
    return states(cluster).values().stream().allMatch(List.of("Synced", "Healthy")::equals);
  }

  private static Map<String, List<String>> states(Cluster cluster) {
    Map<String, List<String>> states = new TreeMap<>();
    for (GenericKubernetesResource application : cluster.applications()) {
      String sync = application.get("status", "sync", "status");
      String health = application.get("status", "health", "status");
      states.put(
          application.getMetadata().getName(),
          List.of(String.valueOf(sync), String.valueOf(health)));
    }
    return states;
  }
}
