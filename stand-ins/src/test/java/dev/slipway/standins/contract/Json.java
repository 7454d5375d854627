package dev.slipway.standins.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;

/** Objects as trees: the client has a JSON library of its own. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  public static JsonNode of(GenericKubernetesResource resource) {
    return parse(Serialization.asJson(resource));
  }

  public static GenericKubernetesResource resource(String json) {
    return Serialization.unmarshal(json, GenericKubernetesResource.class);
  }
}
