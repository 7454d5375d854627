package dev.slipway.e2e.bed.operators;

import dev.slipway.e2e.bed.cluster.ControlPlane;
import dev.slipway.e2e.bed.node.Loop;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stand-ins for load balancers, volumes, cert-manager, Crossplane and Keycloak's configuration job.
 * Each acts only while its own controller's pods run.
 */
public final class Operators implements AutoCloseable {
  private final KubernetesClient client;
  private final List<StandIn> standIns;
  private final KeycloakJob keycloak;
  private final Loop loop;

  public Operators(Path folder, ControlPlane plane) {
    client = plane.client("bed-operators");
    keycloak = new KeycloakJob(client);
    standIns =
        List.of(
            new Volumes(client),
            new LoadBalancers(client),
            keycloak,
            new CertManager(client, plane.serverCertificate(), plane.serverKey()),
            new Crossplane(client));
    loop = new Loop("operators", folder, this::pass);
    loop.start();
  }

  /** While withheld, Keycloak's job ends without the result that others need. */
  public void withholdKeycloakResult(boolean withheld) {
    keycloak.withhold(withheld);
  }

  @Override
  public void close() {
    loop.close();
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
    standIns.forEach(standIn -> standIn.act(live));
  }
}
