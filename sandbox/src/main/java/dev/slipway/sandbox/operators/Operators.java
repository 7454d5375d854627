package dev.slipway.sandbox.operators;

import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.control.Controller;
import java.util.List;

/** All of them. */
public final class Operators {
  private Operators() {}

  public static List<Controller> on(ClusterObjects cluster) {
    return List.of(
        new LoadBalancers(cluster),
        new CertManager(cluster),
        new Crossplane(cluster),
        new KeycloakJob(cluster));
  }
}
