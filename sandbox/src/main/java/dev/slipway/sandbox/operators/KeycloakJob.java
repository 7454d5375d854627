package dev.slipway.sandbox.operators;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.Controller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes what the script in Keycloak's configuration Job writes at its end. */
record KeycloakJob(ClusterObjects cluster) implements Controller {
  private static final ObjectKey JOB =
      new ObjectKey("batch", "jobs", "keycloak", "keycloak-config");
  private static final ObjectKey RESULT =
      new ObjectKey("", "secrets", "keycloak", "keycloak-clients");
  private static final List<String> KEYS =
      List.of(
          "ARGO_WORKFLOWS_CLIENT_SECRET",
          "ARGOCD_SESSION_TOKEN",
          "BACKSTAGE_CLIENT_SECRET",
          "ARGOCD_ADMIN_PASSWORD");

  @Override
  public void reconcile() {
    boolean done =
        cluster.find(JOB).filter(job -> job.at("/status/succeeded").asInt() > 0).isPresent();
    if (!done || cluster.find(RESULT).isPresent()) {
      return;
    }
    ObjectNode secret = JsonNodeFactory.instance.objectNode();
    secret.put("apiVersion", "v1").put("kind", "Secret");
    secret.putObject("metadata").put("name", RESULT.name()).put("namespace", RESULT.namespace());
    ObjectNode data = secret.putObject("data");
    byte[] value = "stand-in".getBytes(StandardCharsets.UTF_8);
    KEYS.forEach(key -> data.put(key, Base64.getEncoder().encodeToString(value)));
    cluster.put(secret);
  }
}
