package dev.slipway.standins.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.slipway.standins.cluster.objects.ApiRefusal;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request, read. */
record ApiRequest(
    String method, String path, Map<String, String> query, String contentType, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new YAMLMapper();

  static ApiRequest of(HttpExchange exchange) throws IOException {
    String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
    return new ApiRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query(exchange.getRequestURI().getRawQuery()),
        contentType == null ? "" : contentType.split(";", 2)[0],
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  JsonNode content() {
    if (body.isBlank()) {
      return JSON.createObjectNode();
    }
    try {
      return (body.startsWith("{") || body.startsWith("[") ? JSON : YAML).readTree(body);
    } catch (JsonProcessingException e) {
      throw ApiRefusal.badRequest("the body is neither JSON nor YAML");
    }
  }

  ObjectNode object() {
    if (content() instanceof ObjectNode object) {
      return object;
    }
    throw ApiRefusal.badRequest("the body is no object");
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : (raw == null ? "" : raw).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
