package dev.slipway.e2e.bed.operators;

import dev.slipway.e2e.bed.control.StandIn;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Set;

/** Writes what the script in Keycloak's configuration job writes at its end. */
final class KeycloakJob implements StandIn {
  private static final String NAMESPACE = "keycloak";
  private static final Map<String, String> RESULT =
      Map.of(
          "ARGO_WORKFLOWS_CLIENT_SECRET", "bed",
          "ARGOCD_SESSION_TOKEN", "bed",
          "BACKSTAGE_CLIENT_SECRET", "bed",
          "ARGOCD_ADMIN_PASSWORD", "bed");
  private final KubernetesClient client;
  private volatile boolean withheld;

  KeycloakJob(KubernetesClient client) {
    this.client = client;
  }

  void withhold(boolean withheld) {
    this.withheld = withheld;
  }

  @Override
  public void act(Set<String> live) {
    var result = client.secrets().inNamespace(NAMESPACE).withName("keycloak-clients");
    if (!withheld && hasSucceeded() && result.get() == null) {
      client
          .resource(
              new SecretBuilder()
                  .withNewMetadata()
                  .withNamespace(NAMESPACE)
                  .withName("keycloak-clients")
                  .endMetadata()
                  .withStringData(RESULT)
                  .build())
          .create();
    }
  }

  private boolean hasSucceeded() {
    Job job = client.batch().v1().jobs().inNamespace(NAMESPACE).withName("keycloak-config").get();
    return job != null && job.getStatus() != null && job.getStatus().getSucceeded() != null;
  }
}
