package dev.slipway.sandbox.operators;

import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.Controller;
import dev.slipway.standins.workloads.StandInWorkloads;

/** While cert-manager runs, its issuers are ready. It issues nothing. */
record CertManager(ClusterObjects cluster) implements Controller {
  private static final ObjectKey CONTROLLER =
      new ObjectKey("apps", "deployments", "cert-manager", "cert-manager");

  @Override
  public void reconcile() {
    if (StandInWorkloads.isReady(cluster, CONTROLLER)) {
      new Conditions(cluster).mark("cert-manager.io", "clusterissuers", "Ready");
    }
  }
}
