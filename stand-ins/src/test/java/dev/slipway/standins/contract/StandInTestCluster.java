package dev.slipway.standins.contract;

import dev.slipway.standins.cluster.StandInCluster;
import dev.slipway.standins.control.ControlLoop;
import dev.slipway.standins.control.Controller;
import dev.slipway.standins.workloads.StandInWorkloads;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A stand-in cluster with workloads that start at once, and a controller of a test's choice. */
public final class StandInTestCluster implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(20);

  private final StandInCluster cluster = StandInCluster.start();
  private final ControlLoop loop;
  private final KubernetesClient client;

  public StandInTestCluster(Function<StandInCluster, Controller> controller) {
    Controller workloads =
        new StandInWorkloads(cluster.objects(), Clock.systemUTC(), meta -> Duration.ZERO);
    loop = new ControlLoop(List.of(workloads, controller.apply(cluster)), LOOK);
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(cluster.endpoint().toString())
            .withCaCertData(cluster.caData())
            .withOauthToken("k8s-aws-v1.anything")
            .build();
    client = new KubernetesClientBuilder().withConfig(config).build();
  }

  public KubernetesClient client() {
    loop.check();
    return client;
  }

  /** Installs what a chart would bring. */
  public StandInTestCluster with(String namespace, String resource) {
    cluster.objects().createNamespace(namespace);
    client.load(StandInTestCluster.class.getResourceAsStream(resource)).serverSideApply();
    return this;
  }

  @Override
  public void close() {
    loop.close();
    client.close();
    cluster.close();
  }
}
