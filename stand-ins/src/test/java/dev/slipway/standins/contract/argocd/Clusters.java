package dev.slipway.standins.contract.argocd;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;

/** Secrets by which Argo CD knows a cluster, here its own under another name. */
final class Clusters {
  private Clusters() {}

  static Secret named(String name) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("argocd")
        .addToLabels("argocd.argoproj.io/secret-type", "cluster")
        .addToLabels("color", name.equals("set-contract") ? "blue" : "red")
        .endMetadata()
        .addToStringData("name", name)
        .addToStringData("server", "https://kubernetes.default.svc")
        .build();
  }
}
