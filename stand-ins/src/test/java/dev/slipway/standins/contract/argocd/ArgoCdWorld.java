package dev.slipway.standins.contract.argocd;

import io.fabric8.kubernetes.client.KubernetesClient;

/** An Argo CD that runs, real or not. */
public interface ArgoCdWorld {
  /** A client that may do everything in the cluster in which Argo CD runs. */
  KubernetesClient client();

  /** A Git repository with the folders of {@link Manifests} on its branch main. */
  String repository();
}
