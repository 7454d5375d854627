package dev.slipway.sandbox.controllers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the properties that an ExternalSecret asks for. */
record ProviderData(Function<String, Optional<String>> secrets) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  Map<String, String> read(JsonNode externalSecret) {
    Map<String, String> values = new TreeMap<>();
    for (JsonNode item : externalSecret.path("spec").path("data")) {
      values.put(item.path("secretKey").asText(), value(item.path("remoteRef")));
    }
    return values;
  }

  private String value(JsonNode reference) {
    String key = reference.path("key").asText();
    String secret =
        secrets.apply(key).orElseThrow(() -> new NotProvided("Secret does not exist: " + key));
    if (!reference.hasNonNull("property")) {
      return secret;
    }
    String property = reference.get("property").asText();
    JsonNode found = parse(key, secret).at("/" + property.replace('.', '/'));
    if (found.isMissingNode()) {
      throw new NotProvided("key " + property + " does not exist in secret " + key);
    }
    return found.isValueNode() ? found.asText() : found.toString();
  }

  private static JsonNode parse(String key, String secret) {
    try {
      return MAPPER.readTree(secret);
    } catch (JsonProcessingException e) {
      throw new NotProvided("secret " + key + " is no JSON");
    }
  }
}
