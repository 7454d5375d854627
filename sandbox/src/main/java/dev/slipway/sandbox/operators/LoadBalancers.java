package dev.slipway.sandbox.operators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.Controller;
import dev.slipway.standins.workloads.StandInWorkloads;
import java.util.List;

/**
 * The load balancer controller gives Services of its class an address, and ingress-nginx gives
 * Ingresses of its class the address of its own Service.
 */
record LoadBalancers(ClusterObjects cluster) implements Controller {
  private static final String BALANCER_CLASS = "service.k8s.aws/nlb";
  private static final String INGRESS_CLASS = "nginx";
  private static final ObjectKey BALANCER =
      new ObjectKey("apps", "deployments", "kube-system", "aws-load-balancer-controller");
  private static final ObjectKey NGINX =
      new ObjectKey("apps", "deployments", "ingress-nginx", "ingress-nginx-controller");
  private static final ObjectKey NGINX_SERVICE =
      new ObjectKey("", "services", "ingress-nginx", "ingress-nginx-controller");

  @Override
  public void reconcile() {
    if (StandInWorkloads.isReady(cluster, BALANCER)) {
      address(
          cluster.list("", "services").stream()
              .filter(service -> says(service, "/spec/loadBalancerClass", BALANCER_CLASS))
              .toList());
    }
    boolean reachable = cluster.find(NGINX_SERVICE).filter(LoadBalancers::hasAddress).isPresent();
    if (reachable && StandInWorkloads.isReady(cluster, NGINX)) {
      address(
          cluster.list("networking.k8s.io", "ingresses").stream()
              .filter(ingress -> says(ingress, "/spec/ingressClassName", INGRESS_CLASS))
              .toList());
    }
  }

  private void address(List<ObjectNode> objects) {
    objects.stream()
        .filter(object -> !hasAddress(object))
        .flatMap(object -> cluster.key(object).stream())
        .forEach(key -> cluster.change(key, LoadBalancers::giveAddress));
  }

  private static void giveAddress(ObjectNode object) {
    object
        .withObject("/status/loadBalancer")
        .putArray("ingress")
        .addObject()
        .put("hostname", "balancer.stand-in.invalid");
  }

  private static boolean hasAddress(JsonNode object) {
    return !object.at("/status/loadBalancer/ingress").isEmpty();
  }

  private static boolean says(JsonNode object, String pointer, String text) {
    return object.at(pointer).asText().equals(text);
  }
}
