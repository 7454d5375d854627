package dev.slipway.e2e.bed.operators;

import io.fabric8.kubernetes.api.model.LoadBalancerStatusBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;

/** Gives services of type LoadBalancer and, while ingress-nginx runs, ingresses an address. */
final class LoadBalancers implements StandIn {
  private static final String ADDRESS = "lb.bed.test";
  private final KubernetesClient client;

  LoadBalancers(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public void act(Set<String> live) {
    client.services().inAnyNamespace().list().getItems().stream()
        .filter(service -> "LoadBalancer".equals(service.getSpec().getType()))
        .filter(service -> service.getStatus().getLoadBalancer().getIngress().isEmpty())
        .forEach(this::address);
    if (live.contains("ingress-nginx")) {
      client.network().v1().ingresses().inAnyNamespace().list().getItems().stream()
          .filter(ingress -> ingress.getStatus().getLoadBalancer().getIngress().isEmpty())
          .forEach(this::address);
    }
  }

  private void address(Service service) {
    service
        .getStatus()
        .setLoadBalancer(
            new LoadBalancerStatusBuilder()
                .addNewIngress()
                .withHostname(ADDRESS)
                .endIngress()
                .build());
    client.resource(service).updateStatus();
  }

  private void address(Ingress ingress) {
    Ingress addressed =
        ingress
            .edit()
            .withNewStatus()
            .withNewLoadBalancer()
            .addNewIngress()
            .withHostname(ADDRESS)
            .endIngress()
            .endLoadBalancer()
            .endStatus()
            .build();
    client.resource(addressed).updateStatus();
  }
}
