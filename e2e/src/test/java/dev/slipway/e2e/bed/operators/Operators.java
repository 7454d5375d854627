package dev.slipway.e2e.bed.operators;

import dev.slipway.e2e.bed.cloud.Cloud;
import dev.slipway.e2e.bed.cluster.ControlPlane;
import dev.slipway.e2e.bed.control.StandIn;
import dev.slipway.e2e.bed.crossplane.Crossplane;
import dev.slipway.e2e.bed.crossplane.Provider;
import dev.slipway.e2e.bed.node.Loop;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stand-ins for load balancer controllers, External DNS, volumes, cert-manager, Crossplane and
 * Keycloak's configuration job. Each acts only while its own controller's pods run.
 */
public final class Operators implements AutoCloseable {
  private final KubernetesClient client;
  private final List<StandIn> standIns;
  private final KeycloakJob keycloak;
  private final Volumes volumes;
  private final Cloud cloud;
  private final Loop loop;

  public Operators(Path folder, ControlPlane plane, Cloud cloud, String cluster) {
    client = plane.client("bed-operators");
    this.cloud = cloud;
    volumes = new Volumes(client, cloud.disks(), cluster);
    volumes.register();
    keycloak = new KeycloakJob(client);
    standIns =
        List.of(
            volumes,
            new LoadBalancers(client, cloud.balancers(), cluster),
            new ExternalDns(client, cloud.records()),
            keycloak,
            new CertManager(client, plane.serverCertificate(), plane.serverKey()),
            new Crossplane(client),
            new Provider(client, cloud.buckets()));
    loop = new Loop("operators", folder, this::pass);
    loop.start();
  }

  /** While withheld, Keycloak's job ends without the result that others need. */
  public void withholdKeycloakResult(boolean withheld) {
    keycloak.withhold(withheld);
  }

  /** While it is away, the volume driver neither makes nor deletes volumes. */
  public void volumeDriverAway(boolean away) {
    volumes.goAway(away);
  }

  /** What the stand-ins have in AWS. */
  public Cloud cloud() {
    return cloud;
  }

  @Override
  public void close() {
    loop.close();
    cloud.close();
    client.close();
  }

  private void pass() {
    Set<String> live = new HashSet<>();
    for (Pod pod : client.pods().inAnyNamespace().list().getItems()) {
      Map<String, String> labels = pod.getMetadata().getLabels();
      boolean running = "Running".equals(pod.getStatus().getPhase());
      if (running && labels != null && pod.getMetadata().getDeletionTimestamp() == null) {
        live.add(labels.getOrDefault("app.kubernetes.io/name", ""));
      }
    }
    List<RuntimeException> problems = new ArrayList<>();
    standIns.forEach(standIn -> act(standIn, live, problems));
    if (!problems.isEmpty()) {
      throw problems.get(0);
    }
  }

  // One that fails does not keep the others from their work.
  private static void act(StandIn standIn, Set<String> live, List<RuntimeException> problems) {
    try {
      standIn.act(live);
    } catch (RuntimeException e) {
      problems.add(e);
    }
  }
}
