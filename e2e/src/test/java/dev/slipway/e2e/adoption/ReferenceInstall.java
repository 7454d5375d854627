package dev.slipway.e2e.adoption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.install.ConfigYaml;
import dev.slipway.e2e.install.ExpectedApplications;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** This checkout's packages, installed with Helm and kubectl as the reference's script does. */
public final class ReferenceInstall {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String GITHUB_APP =
      """
      {"argocd-github": {"url": "https://github.com/bed", "appId": "1",
       "installationId": "2", "privateKey": "none"},
       "backstage-github": {"appId": "1", "webhookUrl": "https://bed.test", "clientId": "c",
       "clientSecret": "s", "webhookSecret": "w", "privateKey": "none"}}
      """;

  private final Bed bed;
  private final Cluster cluster;
  private final ConfigYaml config;
  private final Path packages;

  public ReferenceInstall(Bed bed, Cluster cluster, ConfigYaml config) {
    this.bed = bed;
    this.cluster = cluster;
    this.config = config;
    this.packages = bed.sources().packages();
  }

  /** Returns when every Application is up. */
  public void run() {
    putSecrets();
    helmInstall("argocd", "argo-cd");
    helmInstall("external-secrets", "external-secrets");
    Await.until("webhook", SOON, () -> cluster.pods().isRunning("external-secrets-webhook"));
    applyChart("external-secrets", "region=" + cluster.region());
    applyChart(
        "argo-cd",
        "secretPrefix=%s,autoMode=%s".formatted(secretPrefix(), config.value("auto_mode")));
    Await.until("cluster secret", SOON, this::hasClusterSecret);
    cluster.helm(
        "install",
        "addons-appset",
        packages.resolve("appset-chart").toString(),
        "--namespace=argocd",
        "--values=" + packages.resolve("bootstrap/values.yaml"));
    List<String> expected = expected();
    Await.until(
        "all Applications are up",
        LONG,
        () -> states().size() == expected.size() && onlyUp(),
        () -> states().toString());
  }

  /** The Applications that the reference's packages make of this configuration. */
  public List<String> expected() {
    return ExpectedApplications.on(
        cluster,
        config.value("path_routing").equals("true"),
        config.value("auto_mode").equals("true"));
  }

  /** Sync and health of each Application. */
  public Map<String, List<String>> states() {
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

  // Without owner tags, as the reference's script leaves them.
  private void putSecrets() {
    try (SecretsManagerClient client =
        bed.aws().clients(cluster.account(), cluster.region()).secrets()) {
      String json = new YAMLMapper().readValue(config.text(), JsonNode.class).toString();
      client.createSecret(it -> it.name(secretPrefix() + "/config").secretString(json));
      client.createSecret(it -> it.name(secretPrefix() + "/github-app").secretString(GITHUB_APP));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String secretPrefix() {
    return config.value("secret_prefix");
  }

  private void helmInstall(String release, String chart) {
    cluster.helm(
        "install",
        release,
        chart,
        "--repo=" + bed.sources().charts().url(),
        "--namespace=" + release,
        "--create-namespace",
        "--values=" + packages.resolve(chart + "/values.yaml"));
  }

  private void applyChart(String addon, String values) {
    Path chart = packages.resolve(addon + "/manifests");
    String yaml = cluster.helm("template", "manifests", chart.toString(), "--set=" + values);
    Await.until(
        chart + " is applied",
        SOON,
        () -> {
          cluster.apply(yaml);
          return true;
        });
  }

  private boolean hasClusterSecret() {
    return cluster.client().secrets().inNamespace("argocd").withName("hub-cluster").get() != null;
  }

  private boolean onlyUp() {
    return states().values().stream().allMatch(List.of("Synced", "Healthy")::equals);
  }
}
