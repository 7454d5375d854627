package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What a server adds to an object on its own account. */
final class Defaults {
  private Defaults() {}

  static ObjectNode of(ObjectKey key, ObjectNode object) {
    ObjectNode defaulted = object.deepCopy();
    switch (key.plural()) {
      case "namespaces" -> namespace(key, defaulted);
      case "secrets" -> secret(defaulted);
      case "endpointslices" -> endpoints(defaulted);
      case "customresourcedefinitions" -> established(defaulted);
      default -> {}
    }
    return defaulted;
  }

  private static void namespace(ObjectKey key, ObjectNode namespace) {
    namespace
        .withObject("/metadata")
        .withObject("/labels")
        .put("kubernetes.io/metadata.name", key.name());
    ObjectNode status = namespace.withObject("/status");
    if (!status.has("phase")) {
      status.put("phase", "Active");
    }
  }

  private static void secret(ObjectNode secret) {
    JsonNode plain = secret.remove("stringData");
    if (plain != null) {
      ObjectNode data = secret.withObject("/data");
      plain
          .properties()
          .forEach(entry -> data.put(entry.getKey(), encode(entry.getValue().asText())));
    }
    if (!secret.has("type")) {
      secret.put("type", "Opaque");
    }
  }

  /** Go writes a list that is required and empty as null. */
  private static void endpoints(ObjectNode slice) {
    if (slice.path("endpoints").isEmpty()) {
      slice.putNull("endpoints");
    }
  }

  private static void established(ObjectNode definition) {
    ObjectNode status = definition.withObject("/status");
    status.set("acceptedNames", definition.path("spec").path("names"));
    status.remove("conditions");
    for (String type : List.of("NamesAccepted", "Established")) {
      status.withArray("conditions").addObject().put("type", type).put("status", "True");
    }
    status.remove("storedVersions");
    definition
        .path("spec")
        .path("versions")
        .forEach(version -> status.withArray("storedVersions").add(version.path("name").asText()));
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
