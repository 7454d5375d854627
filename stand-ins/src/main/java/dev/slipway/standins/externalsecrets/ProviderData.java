package dev.slipway.standins.externalsecrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads the properties that an ExternalSecret asks for.
 *
 * @param secrets the current value by name, JSON where it has properties
 */
record ProviderData(Function<String, Optional<String>> secrets) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  Map<String, String> read(JsonNode externalSecret) {
    Map<String, String> values = new TreeMap<>();
    int index = 0;
    for (JsonNode item : externalSecret.path("spec").path("data")) {
      JsonNode reference = item.path("remoteRef");
      try {
        values.put(item.path("secretKey").asText(), value(reference));
      } catch (NotProvided e) {
        throw new NotProvided(
            "error processing spec.data[%d] (key: %s), err: %s"
                .formatted(index, reference.path("key").asText(), e.getMessage()));
      }
      index++;
    }
    return values;
  }

  private String value(JsonNode reference) {
    String secret =
        secrets
            .apply(reference.path("key").asText())
            .orElseThrow(() -> new NotProvided("Secret does not exist"));
    if (!reference.hasNonNull("property")) {
      return secret;
    }
    String property = reference.get("property").asText();
    JsonNode found = parse(secret).at("/" + property.replace('.', '/'));
    if (found.isMissingNode()) {
      throw new NotProvided(
          "key " + property + " does not exist in secret " + reference.path("key").asText());
    }
    return found.isValueNode() ? found.asText() : found.toString();
  }

  private static JsonNode parse(String secret) {
    try {
      return MAPPER.readTree(secret);
    } catch (JsonProcessingException e) {
      throw new NotProvided("the secret is no JSON");
    }
  }
}
