package dev.slipway.standins.externalsecrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.ObjectMeta;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The Secret that an ExternalSecret is made into. */
record TargetSecret(JsonNode externalSecret) {

  ObjectKey key() {
    ObjectMeta meta = ObjectMeta.of(externalSecret);
    String name = target().path("name").asText(meta.name());
    return new ObjectKey("", "secrets", meta.namespace(), name);
  }

  ObjectNode of(Map<String, String> values) {
    JsonNode template = target().path("template");
    SecretTemplate fill = new SecretTemplate(values);
    ObjectNode secret = JsonNodeFactory.instance.objectNode();
    secret.put("apiVersion", "v1").put("kind", "Secret");
    secret.put("type", template.path("type").asText("Opaque"));
    ObjectNode metadata = secret.putObject("metadata");
    metadata.put("name", key().name()).put("namespace", key().namespace());
    ObjectNode labels = metadata.putObject("labels");
    labels.put("reconcile.external-secrets.io/managed", "true");
    fill.fill(template.at("/metadata/labels")).forEach(labels::put);
    ObjectNode annotations = metadata.putObject("annotations");
    fill.fill(template.at("/metadata/annotations")).forEach(annotations::put);
    if (target().path("creationPolicy").asText("Owner").equals("Owner")) {
      ObjectMeta.own(metadata, externalSecret);
    }
    ObjectNode data = secret.putObject("data");
    Map<String, String> content = template.has("data") ? fill.fill(template.path("data")) : values;
    content.forEach((key, value) -> data.put(key, encode(value)));
    return secret;
  }

  private JsonNode target() {
    return externalSecret.at("/spec/target");
  }

  private static String encode(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }
}
