package dev.slipway.e2e.bed.operators;

import dev.slipway.e2e.bed.cloud.Balancers;
import dev.slipway.e2e.bed.control.Held;
import dev.slipway.e2e.bed.control.StandIn;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LoadBalancerStatusBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The load balancer controllers. A service or an ingress of a class that is theirs has a balancer
 * in AWS and a finalizer, which both go with it while its controller lives; ingresses of
 * ingress-nginx have the address of its service, and services without a class one that is nowhere.
 */
final class LoadBalancers implements StandIn {
  private static final String NOWHERE = "lb.bed.test";
  private static final String NGINX = "ingress-nginx";
  private final KubernetesClient client;
  private final Balancers balancers;
  private final String cluster;

  LoadBalancers(KubernetesClient client, Balancers balancers, String cluster) {
    this.client = client;
    this.balancers = balancers;
    this.cluster = cluster;
  }

  @Override
  public void act(Set<String> live) {
    List<Service> services =
        client.services().inAnyNamespace().list().getItems().stream()
            .filter(service -> "LoadBalancer".equals(service.getSpec().getType()))
            .toList();
    services.forEach(service -> serve(service, live));
    Optional<Service> nginx =
        services.stream()
            .filter(service -> service.getMetadata().getNamespace().equals(NGINX))
            .findFirst();
    Optional<String> address = nginx.isPresent() ? addressOf(nginx.get()) : Optional.of(NOWHERE);
    client
        .network()
        .v1()
        .ingresses()
        .inAnyNamespace()
        .list()
        .getItems()
        .forEach(ingress -> serve(ingress, live, address));
  }

  private void serve(Service service, Set<String> live) {
    Optional<BalancerClass> kind = classOf(service.getSpec().getLoadBalancerClass());
    boolean isAddressed = addressOf(service).isPresent();
    if (kind.isEmpty() && !isAddressed) {
      address(service, NOWHERE);
    } else if (kind.isPresent() && kind.get().isServed(live)) {
      provide(kind.get(), service)
          .filter(made -> !isAddressed)
          .ifPresent(made -> address(service, made));
    }
  }

  private void serve(Ingress ingress, Set<String> live, Optional<String> nginx) {
    Optional<BalancerClass> kind = classOf(ingress.getSpec().getIngressClassName());
    boolean isAddressed = !ingress.getStatus().getLoadBalancer().getIngress().isEmpty();
    if (kind.isEmpty() && !isAddressed && live.contains(NGINX)) {
      nginx.ifPresent(address -> address(ingress, address));
    } else if (kind.isPresent() && kind.get().isServed(live)) {
      provide(kind.get(), ingress)
          .filter(made -> !isAddressed)
          .ifPresent(made -> address(ingress, made));
    }
  }

  /** The balancer's address where there is to be one. */
  private Optional<String> provide(BalancerClass kind, HasMetadata object) {
    Held held = new Held(client, object, kind.finalizer());
    if (held.isGoing()) {
      if (held.isHeld()) {
        balancers.remove(kind.stackOf(cluster, object));
        held.letGo();
      }
      return Optional.empty();
    }
    held.hold();
    return Optional.of(balancers.provide(kind.stackOf(cluster, object)));
  }

  private static Optional<BalancerClass> classOf(String name) {
    return Stream.of(BalancerClass.values()).filter(kind -> kind.is(name)).findFirst();
  }

  private static Optional<String> addressOf(Service service) {
    return service.getStatus().getLoadBalancer().getIngress().stream()
        .map(ingress -> ingress.getHostname())
        .findFirst();
  }

  private void address(Service service, String address) {
    client
        .resource(service)
        .editStatus(
            fresh -> {
              fresh
                  .getStatus()
                  .setLoadBalancer(
                      new LoadBalancerStatusBuilder()
                          .addNewIngress()
                          .withHostname(address)
                          .endIngress()
                          .build());
              return fresh;
            });
  }

  private void address(Ingress ingress, String address) {
    client
        .resource(ingress)
        .editStatus(
            fresh ->
                fresh
                    .edit()
                    .withNewStatus()
                    .withNewLoadBalancer()
                    .addNewIngress()
                    .withHostname(address)
                    .endIngress()
                    .endLoadBalancer()
                    .endStatus()
                    .build());
  }
}
