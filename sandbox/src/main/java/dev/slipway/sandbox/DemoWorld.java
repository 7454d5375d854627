package dev.slipway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.sandbox.argocd.ArgoCdListener;
import dev.slipway.sandbox.argocd.Charts;
import dev.slipway.sandbox.argocd.LocalRepository;
import dev.slipway.sandbox.argocd.Pace;
import dev.slipway.sandbox.argocd.StandInArgoCd;
import dev.slipway.sandbox.controllers.ControlLoop;
import dev.slipway.sandbox.controllers.StandInExternalSecrets;
import dev.slipway.sandbox.controllers.StandInWorkloads;
import dev.slipway.sandbox.repository.PackagesCopy;
import dev.slipway.sandbox.repository.StandInRepositories;
import dev.slipway.standins.aws.StandInAws;
import dev.slipway.standins.aws.StandInEksCluster;
import dev.slipway.standins.cluster.StandInCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that is no Temporal and no Slipway. */
final class DemoWorld {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Path folder;
  private final StandInRepositories repositories;
  private final StandInCluster cluster;
  private final StandInAws aws;
  private final ControlLoop controllers;

  private DemoWorld(Path home, Path folder, Pace pace, ArgoCdListener listener) throws Exception {
    this.folder = folder;
    repositories = CleanUp.later(StandInRepositories.start());
    JsonNode addons =
        PackagesCopy.make(home.resolve("packages"), packages(), repositories.charts());
    repositories.offer(addons);
    Credentials.write(Files.createDirectory(folder.resolve("private")));
    cluster = CleanUp.later(StandInCluster.start());
    aws = CleanUp.later(account(cluster));
    controllers = CleanUp.later(control(pace, listener));
  }

  static DemoWorld make(Path home, Path folder, Pace pace, ArgoCdListener listener)
      throws Exception {
    return new DemoWorld(home, folder, pace, listener);
  }

  DemoRequest request(String taskQueue) {
    return new DemoRequest(repositories.git(), taskQueue);
  }

  /** The settings of a worker that lives in this world. */
  Map<String, String> environment(String taskQueue) {
    Map<String, String> environment = new HashMap<>(aws.environment(DemoRequest.CLUSTER.region()));
    environment.put("SLIPWAY_PACKAGES", packages().toString());
    environment.put("SLIPWAY_CONFIG", folder.toString());
    environment.put("SLIPWAY_PRIVATE", folder.resolve("private").toString());
    environment.put("SLIPWAY_HELM", HelmProcess.defaultCache().toString());
    environment.put("SLIPWAY_TASK_QUEUE", taskQueue);
    environment.put("SLIPWAY_PORT", "0");
    environment.put("SLIPWAY_ADMIN_PORT", "0");
    return environment;
  }

  /** Throws where one of the stand-ins has failed. */
  void check() {
    controllers.check();
  }

  private Path packages() {
    return folder.resolve("packages");
  }

  private ControlLoop control(Pace pace, ArgoCdListener listener) {
    Clock clock = Clock.systemUTC();
    Charts charts = new Charts(new HelmProcess(HelmProcess.defaultCache(), () -> {}));
    return new ControlLoop(
        List.of(
            new StandInWorkloads(cluster.objects(), clock, pace.beat()),
            new StandInExternalSecrets(cluster.objects(), aws.secretsManager()::value, clock),
            new StandInArgoCd(
                cluster.objects(),
                charts,
                new LocalRepository(packages(), DemoRequest.BASEPATH),
                pace,
                clock,
                listener)),
        LOOK);
  }

  private static StandInAws account(StandInCluster cluster) {
    StandInAws aws = StandInAws.start(DemoRequest.CLUSTER.account(), Clock.systemUTC());
    aws.eks()
        .put(
            StandInEksCluster.active(
                DemoRequest.CLUSTER.region(),
                DemoRequest.CLUSTER.name(),
                cluster.endpoint(),
                cluster.caData()));
    aws.eks().associate("external-secrets", "external-secrets");
    aws.eks().associate("external-dns", "external-dns");
    aws.eks().associate("kube-system", "aws-load-balancer-controller");
    aws.eks().associate("crossplane-system", "provider-aws");
    aws.addHostedZone(DemoRequest.ZONE, DemoRequest.DOMAIN);
    return aws;
  }
}
