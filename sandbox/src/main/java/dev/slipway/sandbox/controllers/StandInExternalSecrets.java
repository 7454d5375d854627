package dev.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Plays External Secrets, once its Deployment is there: stores, and Secrets made of secrets. */
public final class StandInExternalSecrets implements Controller {
  private static final String GROUP = "external-secrets.io";
  private static final ObjectKey DEPLOYMENT =
      new ObjectKey("apps", "deployments", "external-secrets", "external-secrets");

  private final ClusterObjects cluster;
  private final ProviderData provider;
  private final Clock clock;
  private final Map<String, String> lookedAt = new HashMap<>();

  /**
   * Watches a cluster.
   *
   * @param secrets current value by name
   */
  public StandInExternalSecrets(
      ClusterObjects cluster, Function<String, Optional<String>> secrets, Clock clock) {
    this.cluster = cluster;
    this.provider = new ProviderData(secrets);
    this.clock = clock;
  }

  @Override
  public void reconcile() {
    if (!StandInWorkloads.isReady(cluster, DEPLOYMENT)) {
      return;
    }
    cluster.list(GROUP, "externalsecrets").forEach(this::reconcile);
    cluster
        .list(GROUP, "clustersecretstores")
        .forEach(store -> report("clustersecretstores", store, "True", "Valid", "store validated"));
  }

  private void reconcile(ObjectNode externalSecret) {
    JsonNode metadata = externalSecret.path("metadata");
    String asked =
        metadata.path("generation")
            + " "
            + metadata.path("annotations").path("force-sync").asText();
    String key = metadata.path("uid").asText();
    if (asked.equals(lookedAt.get(key)) && isReady(externalSecret)) {
      return;
    }
    try {
      requireStore(externalSecret);
      cluster.put(secret(externalSecret, provider.read(externalSecret)));
      lookedAt.put(key, asked);
      report("externalsecrets", externalSecret, "True", "SecretSynced", "secret synced");
    } catch (NotProvided e) {
      report(
          "externalsecrets",
          externalSecret,
          "False",
          "SecretSyncedError",
          "could not get secret data from provider");
      cluster.put(event(externalSecret, e.getMessage()));
    }
  }

  private void requireStore(JsonNode externalSecret) {
    String name = externalSecret.path("spec").path("secretStoreRef").path("name").asText();
    ObjectKey key = new ObjectKey(GROUP, "clustersecretstores", "", name);
    if (cluster.find(key).filter(StandInExternalSecrets::isReady).isEmpty()) {
      throw new NotProvided("ClusterSecretStore " + name + " is not ready");
    }
  }

  private static ObjectNode secret(JsonNode externalSecret, Map<String, String> values) {
    JsonNode metadata = externalSecret.path("metadata");
    JsonNode target = externalSecret.path("spec").path("target");
    JsonNode template = target.path("template");
    SecretTemplate fill = new SecretTemplate(values);
    ObjectNode secret = JsonNodeFactory.instance.objectNode();
    secret.put("apiVersion", "v1").put("kind", "Secret");
    secret.put("type", template.path("type").asText("Opaque"));
    ObjectNode made = secret.putObject("metadata");
    made.put("name", target.path("name").asText(metadata.path("name").asText()));
    made.set("namespace", metadata.path("namespace"));
    ObjectNode labels = made.putObject("labels");
    labels.put("reconcile.external-secrets.io/managed", "true");
    fill.fill(template.path("metadata").path("labels")).forEach(labels::put);
    ObjectNode annotations = made.putObject("annotations");
    fill.fill(template.path("metadata").path("annotations")).forEach(annotations::put);
    own(made, externalSecret);
    ObjectNode data = secret.putObject("data");
    Map<String, String> content = template.has("data") ? fill.fill(template.path("data")) : values;
    content.forEach((key, value) -> data.put(key, encode(value)));
    return secret;
  }

  private static void own(ObjectNode metadata, JsonNode owner) {
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", owner.path("apiVersion").asText())
        .put("kind", owner.path("kind").asText())
        .put("name", owner.path("metadata").path("name").asText())
        .put("uid", owner.path("metadata").path("uid").asText())
        .put("controller", true);
  }

  private ObjectNode event(JsonNode externalSecret, String message) {
    JsonNode metadata = externalSecret.path("metadata");
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("apiVersion", "v1").put("kind", "Event");
    event.put("type", "Warning").put("reason", "UpdateFailed").put("message", message);
    event.put("lastTimestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event
        .putObject("metadata")
        .put("name", metadata.path("name").asText() + ".update-failed")
        .set("namespace", metadata.path("namespace"));
    event
        .putObject("involvedObject")
        .put("kind", "ExternalSecret")
        .put("name", metadata.path("name").asText())
        .set("namespace", metadata.path("namespace"));
    return event;
  }

  private void report(String plural, JsonNode object, String ready, String reason, String message) {
    JsonNode metadata = object.path("metadata");
    String namespace = metadata.path("namespace").asText();
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    cluster.change(
        new ObjectKey(GROUP, plural, namespace, metadata.path("name").asText()),
        found -> {
          if (Objects.equals(condition(found).path("reason").asText(), reason)
              && plural.equals("clustersecretstores")) {
            return;
          }
          ObjectNode status = found.withObject("/status");
          if (ready.equals("True")) {
            status.put("refreshTime", now);
          }
          status
              .putArray("conditions")
              .addObject()
              .put("type", "Ready")
              .put("status", ready)
              .put("reason", reason)
              .put("message", message)
              .put("lastTransitionTime", now);
        });
  }

  private static boolean isReady(JsonNode object) {
    return condition(object).path("status").asText().equals("True");
  }

  private static JsonNode condition(JsonNode object) {
    return object.path("status").path("conditions").path(0);
  }

  private static String encode(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }
}
