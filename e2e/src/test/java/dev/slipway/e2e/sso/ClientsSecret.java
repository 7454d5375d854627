package dev.slipway.e2e.sso;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** The Secret in which the job leaves what the clients of Keycloak and Argo CD need. */
record ClientsSecret(KubernetesClient client) {
  static final String NAME = "keycloak-clients";

  boolean exists() {
    return secret() != null;
  }

  /** Another one after every change. */
  String version() {
    return secret().getMetadata().getResourceVersion();
  }

  Map<String, String> data() {
    return secret().getData().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> decoded(entry.getValue())));
  }

  private Secret secret() {
    return client.secrets().inNamespace("keycloak").withName(NAME).get();
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
