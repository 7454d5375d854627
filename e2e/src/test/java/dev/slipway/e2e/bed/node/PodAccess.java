package dev.slipway.e2e.bed.node;

import dev.slipway.e2e.bed.cluster.Kubeconfig;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** What a pod would find mounted: its service account's token, and the webhook's certificate. */
final class PodAccess {
  private static final long TOKEN_SECONDS = 86_400;
  private final KubernetesClient client;
  private final Kubeconfig kubeconfigs;
  private final Path folder;
  private final Path webhookCertificates;

  PodAccess(
      KubernetesClient client, Kubeconfig kubeconfigs, Path folder, Path webhookCertificates) {
    this.client = client;
    this.kubeconfigs = kubeconfigs;
    this.folder = folder;
    this.webhookCertificates = webhookCertificates;
  }

  Path kubeconfigFor(String component, Pod pod) {
    String namespace = pod.getMetadata().getNamespace();
    TokenRequest request =
        new TokenRequestBuilder()
            .withNewSpec()
            .withExpirationSeconds(TOKEN_SECONDS)
            .endSpec()
            .build();
    TokenRequest granted =
        client
            .serviceAccounts()
            .inNamespace(namespace)
            .withName(pod.getSpec().getServiceAccountName())
            .tokenRequest(request);
    Path file = folder.resolve(component + ".kubeconfig");
    return kubeconfigs.write(file, granted.getStatus().getToken(), namespace);
  }

  /** The webhook waits for its certificate, which the certificate controller makes. */
  boolean isPrepared(String component) {
    if (!component.equals("external-secrets-webhook")) {
      return true;
    }
    Secret secret = client.secrets().inNamespace("external-secrets").withName(component).get();
    if (secret == null || secret.getData() == null || !secret.getData().containsKey("tls.crt")) {
      return false;
    }
    secret.getData().forEach(this::write);
    return true;
  }

  private void write(String name, String base64) {
    try {
      Files.write(webhookCertificates.resolve(name), Base64.getDecoder().decode(base64));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
