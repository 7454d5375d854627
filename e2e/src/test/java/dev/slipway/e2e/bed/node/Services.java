package dev.slipway.e2e.bed.node;

import dev.slipway.e2e.bed.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes the addresses of services with a process behind them reachable, as kube-proxy would. */
final class Services implements AutoCloseable {
  private final Map<String, Map<Integer, Integer>> targets;
  private final Map<Endpoint, Forwarder> listening = new HashMap<>();
  private final Forwarder kubernetes;

  private record Endpoint(String address, int port, int target) {}

  Services(ControlPlane plane, int argoCdServer, int externalSecretsWebhook) {
    kubernetes = new Forwarder(plane.services().kubernetes(), plane.apiServer().port());
    targets =
        Map.of(
            "external-secrets/external-secrets-webhook",
            Map.of(443, externalSecretsWebhook),
            "argocd/argocd-server",
            Map.of(80, argoCdServer, 443, argoCdServer));
  }

  void pass(KubernetesClient client) {
    Set<Endpoint> wanted = new HashSet<>();
    for (Service service : client.services().inAnyNamespace().list().getItems()) {
      String name = service.getMetadata().getNamespace() + "/" + service.getMetadata().getName();
      String address = service.getSpec().getClusterIP();
      targets
          .getOrDefault(name, Map.of())
          .forEach((port, target) -> wanted.add(new Endpoint(address, port, target)));
    }
    listening.entrySet().removeIf(entry -> closedIfUnwanted(entry, wanted));
    for (Endpoint endpoint : wanted) {
      listening.computeIfAbsent(endpoint, e -> Forwarder.listen(e.address(), e.port(), e.target()));
    }
  }

  @Override
  public void close() {
    kubernetes.close();
    listening.values().forEach(Forwarder::close);
  }

  private static boolean closedIfUnwanted(
      Map.Entry<Endpoint, Forwarder> entry, Set<Endpoint> wanted) {
    if (wanted.contains(entry.getKey())) {
      return false;
    }
    entry.getValue().close();
    return true;
  }
}
