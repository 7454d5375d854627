package dev.slipway.sandbox.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.sandbox.operators.Operators;
import dev.slipway.standins.argocd.StandInArgoCd;
import dev.slipway.standins.argocd.Timing;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.StandInCluster;
import dev.slipway.standins.control.ControlLoop;
import dev.slipway.standins.control.Controller;
import dev.slipway.standins.control.ObjectMeta;
import dev.slipway.standins.externalsecrets.StandInExternalSecrets;
import dev.slipway.standins.workloads.StandInWorkloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** This checkout's packages on a stand-in cluster on which some workloads never start. */
final class PackagesOnStandIns implements AutoCloseable {
  private static final Path PACKAGES = Path.of("").toAbsolutePath().getParent().resolve("packages");
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Map<String, String> AWS =
      Map.of(
          "cnoe-ref-impl/harbour/config",
          """
          {"cluster_name": "harbour", "auto_mode": "false", "path_routing": "false",
           "domain": "harbour.example.com", "route53_hosted_zone_id": "Z0", "region": "eu-west-3",
           "secret_prefix": "cnoe-ref-impl/harbour",
           "repo": {"url": "https://git.example/p", "revision": "main", "basepath": "packages"}}
          """,
          "cnoe-ref-impl/harbour/github-app",
          """
          {"argocd-github": {"url": "u", "appId": "1", "installationId": "2", "privateKey": "k"},
           "backstage-github": {"appId": "1", "webhookUrl": "w", "clientId": "c",
           "clientSecret": "s", "webhookSecret": "h", "privateKey": "k"}}
          """);

  private final StandInCluster cluster = StandInCluster.start();
  private final HelmEngine helm;
  private final PackagesSources sources;
  private final ControlLoop loop;

  private PackagesOnStandIns(Path folder, Set<String> neverStarting) throws IOException {
    helm = new HelmEngine(new HelmProcess(HelmProcess.defaultCache(), () -> {}));
    Sketches sketches = new Sketches(folder);
    sources = new PackagesSources(helm, sketches, PACKAGES, "packages", "c".repeat(40));
    bootstrap(sketches);
    ClusterObjects objects = cluster.objects();
    Clock clock = Clock.systemUTC();
    List<Controller> all = new ArrayList<>(Operators.on(objects));
    all.add(
        new StandInWorkloads(
            objects, clock, meta -> neverStarting.contains(meta.name()) ? NEVER : Duration.ZERO));
    all.add(new StandInExternalSecrets(objects, name -> Optional.ofNullable(AWS.get(name)), clock));
    all.add(
        new StandInArgoCd(
            objects, sources, new HelmTemplates(helm), Timing.fast(), clock, (name, by) -> {}));
    loop = new ControlLoop(all, Duration.ofMillis(50));
  }

  static PackagesOnStandIns without(Path folder, String... neverStarting) throws IOException {
    return new PackagesOnStandIns(folder, Set.of(neverStarting));
  }

  /** Health of each addon's Application. */
  Map<String, String> health() {
    loop.check();
    Map<String, String> health = new TreeMap<>();
    for (ObjectNode application : cluster.objects().list("argoproj.io", "applications")) {
      health.put(
          ObjectMeta.of(application).label("addonName"),
          application.at("/status/sync/status").asText()
              + " "
              + application.at("/status/health/status").asText());
    }
    return health;
  }

  @Override
  public void close() {
    loop.close();
    helm.close();
    cluster.close();
  }

  /** What an install leaves before Argo CD takes over. */
  private void bootstrap(Sketches sketches) throws IOException {
    put("argocd", sketches.chart("argo-cd"), "argo-cd/values.yaml");
    put("external-secrets", sketches.chart("external-secrets"), "external-secrets/values.yaml");
    ObjectNode values = new YAMLMapper().createObjectNode();
    values.put("secretPrefix", "cnoe-ref-impl/harbour").put("autoMode", "false");
    values.put("region", "eu-west-3");
    put("external-secrets", PACKAGES.resolve("external-secrets/manifests"), List.of(values));
    put("argocd", PACKAGES.resolve("argo-cd/manifests"), List.of(values));
    put("argocd", PACKAGES.resolve("appset-chart"), "bootstrap/values.yaml");
  }

  private void put(String namespace, Path chart, String file) throws IOException {
    JsonNode values = new YAMLMapper().readTree(Files.readString(PACKAGES.resolve(file)));
    put(namespace, chart, List.of((ObjectNode) values));
  }

  private void put(String namespace, Path chart, List<ObjectNode> values) {
    cluster.objects().createNamespace(namespace);
    helm.render(chart, "release", namespace, values)
        .forEach(object -> cluster.objects().put(object));
  }
}
