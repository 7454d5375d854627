package dev.slipway.activities.eks;

import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Reaches a cluster that is known by name. Nothing of this is ever written to disk. */
public interface ClusterAccess {

  /**
   * A client whose token is renewed before it ends; shared between callers, who do not close it. It
   * takes nothing from the environment: no kubeconfig, no proxy.
   */
  KubernetesClient client(Target target);

  /** Contents of a kubeconfig with a fresh token, for the standard input of a child process. */
  String kubeconfig(Target target);
}
