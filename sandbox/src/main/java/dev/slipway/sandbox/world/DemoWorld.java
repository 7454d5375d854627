package dev.slipway.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.sandbox.operators.Operators;
import dev.slipway.sandbox.process.CleanUp;
import dev.slipway.sandbox.repository.PackagesCopy;
import dev.slipway.sandbox.repository.StandInRepositories;
import dev.slipway.sandbox.sources.HelmEngine;
import dev.slipway.sandbox.sources.HelmTemplates;
import dev.slipway.sandbox.sources.PackagesSources;
import dev.slipway.sandbox.sources.Sketches;
import dev.slipway.standins.argocd.ArgoCdListener;
import dev.slipway.standins.argocd.StandInArgoCd;
import dev.slipway.standins.aws.StandInAws;
import dev.slipway.standins.aws.StandInEksCluster;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.StandInCluster;
import dev.slipway.standins.control.ControlLoop;
import dev.slipway.standins.control.Controller;
import dev.slipway.standins.externalsecrets.StandInExternalSecrets;
import dev.slipway.standins.workloads.StandInWorkloads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that is no Temporal and no Slipway. */
public final class DemoWorld {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final String DENIED = "secretsmanager:CreateSecret";

  private final Path folder;
  private final StandInRepositories repositories;
  private final Sketches sketches;
  private final StandInCluster cluster;
  private final StandInAws aws;
  private final ControlLoop controllers;

  private DemoWorld(Path home, Path folder, Pace pace, ArgoCdListener listener) throws Exception {
    this.folder = folder;
    repositories = CleanUp.later(StandInRepositories.start());
    JsonNode addons =
        PackagesCopy.make(home.resolve("packages"), packages(), repositories.charts());
    sketches = new Sketches(folder.resolve("sketches"));
    repositories.offer(addons, sketches::chart);
    Credentials.write(Files.createDirectory(folder.resolve("private")));
    cluster = CleanUp.later(StandInCluster.start());
    aws = CleanUp.later(account(cluster));
    controllers = CleanUp.later(control(pace, listener));
  }

  public static DemoWorld make(Path home, Path folder, Pace pace, ArgoCdListener listener)
      throws Exception {
    return new DemoWorld(home, folder, pace, listener);
  }

  public DemoRequest request(String taskQueue) {
    return new DemoRequest(repositories.git(), taskQueue);
  }

  /** The settings of a worker that lives in this world. */
  public Map<String, String> environment(String taskQueue) {
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

  /** Grants what the worker's role lacks at first, and says so. */
  public String grant() {
    aws.allow(DENIED);
    return "Somebody grants " + DENIED + " to the worker's role";
  }

  /** Throws where one of the stand-ins has failed. */
  public void check() {
    controllers.check();
  }

  private Path packages() {
    return folder.resolve("packages");
  }

  private ControlLoop control(Pace pace, ArgoCdListener listener) throws Exception {
    Clock clock = Clock.systemUTC();
    ClusterObjects objects = cluster.objects();
    HelmEngine helm =
        CleanUp.later(new HelmEngine(new HelmProcess(HelmProcess.defaultCache(), () -> {})));
    List<Controller> all = new ArrayList<>(Operators.on(objects));
    all.add(new StandInWorkloads(objects, clock, pace::startUp));
    all.add(new StandInExternalSecrets(objects, aws.secretsManager()::value, clock));
    all.add(
        new StandInArgoCd(
            objects, sources(helm), new HelmTemplates(helm), pace.argoCd(), clock, listener));
    return new ControlLoop(all, LOOK);
  }

  private PackagesSources sources(HelmEngine helm) {
    return new PackagesSources(
        helm, sketches, packages(), DemoRequest.BASEPATH, StandInRepositories.COMMIT);
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
    aws.deny(DENIED);
    aws.addHostedZone(DemoRequest.ZONE, DemoRequest.DOMAIN);
    return aws;
  }
}
