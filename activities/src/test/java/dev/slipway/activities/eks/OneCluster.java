package dev.slipway.activities.eks;

import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Leads to one cluster, whatever target is asked for. */
public record OneCluster(KubernetesClient client) implements ClusterAccess {
  @Override
  public KubernetesClient client(Target target) {
    return client;
  }

  @Override
  public String kubeconfig(Target target) {
    throw new UnsupportedOperationException("No child process here");
  }
}
