package dev.slipway.e2e.bed.operators;

import dev.slipway.e2e.bed.control.StandIn;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;

/** While cert-manager's pod runs: issuers become ready, certificates get their Secret. */
final class CertManager implements StandIn {
  private static final String GROUP = "cert-manager.io";
  private final KubernetesClient client;
  private final CustomResources issuers;
  private final CustomResources certificates;
  private final String certificate;
  private final String key;

  CertManager(KubernetesClient client, Path certificate, Path key) {
    this.client = client;
    this.issuers = CustomResources.of(client, GROUP, "ClusterIssuer", "clusterissuers", false);
    this.certificates = CustomResources.of(client, GROUP, "Certificate", "certificates", true);
    this.certificate = base64(certificate);
    this.key = base64(key);
  }

  @Override
  public void act(Set<String> live) {
    if (!live.contains("cert-manager")) {
      return;
    }
    issuers.pending().forEach(issuer -> issuers.markAs(issuer, "Ready"));
    certificates.pending().forEach(this::issue);
  }

  private void issue(GenericKubernetesResource wanted) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withNamespace(wanted.getMetadata().getNamespace())
                .withName(wanted.get("spec", "secretName"))
                .endMetadata()
                .withType("kubernetes.io/tls")
                .addToData("tls.crt", certificate)
                .addToData("tls.key", key)
                .build())
        .createOr(existing -> existing.update());
    certificates.markAs(wanted, "Ready");
  }

  private static String base64(Path file) {
    try {
      return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
