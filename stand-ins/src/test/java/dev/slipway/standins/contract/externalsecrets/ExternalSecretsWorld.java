package dev.slipway.standins.contract.externalsecrets;

import io.fabric8.kubernetes.client.KubernetesClient;

/** An External Secrets that runs, real or not, beside an AWS. */
public interface ExternalSecretsWorld {
  /** A client that may do everything in the cluster in which External Secrets runs. */
  KubernetesClient client();

  String region();

  /** Creates or changes a secret in AWS. */
  void putSecret(String name, String value);
}
