package dev.slipway.starter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stands in for Secrets Manager and STS, so far as {@code secrets push} asks them. */
final class FakeAws implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A secret with its tags; null version without a value. */
  static final class Stored {
    String value;
    int version;
    Instant deleted;
    final Map<String, String> tags = new TreeMap<>();
  }

  final Map<String, Stored> secrets = new LinkedHashMap<>();
  final List<String> calls = new ArrayList<>();
  boolean denying;
  private final HttpServer server;

  FakeAws() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Stored holds(String name, String value) {
    Stored stored = new Stored();
    stored.value = value;
    stored.version = 1;
    secrets.put(name, stored);
    return stored;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (denying) {
      send(exchange, 400, "{\"__type\":\"AccessDeniedException\"}");
    } else if (target == null) {
      send(
          exchange,
          200,
          "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account>"
              + "</GetCallerIdentityResult></GetCallerIdentityResponse>");
    } else {
      String call = target.replace("secretsmanager.", "");
      calls.add(call);
      answer(exchange, call, JSON.readTree(body));
    }
  }

  private void answer(HttpExchange exchange, String call, JsonNode input) throws IOException {
    String name = input.path(call.equals("CreateSecret") ? "Name" : "SecretId").asText();
    Stored stored = secrets.get(name);
    if (call.equals("CreateSecret")) {
      stored = holds(name, null);
    }
    if (stored == null) {
      send(exchange, 400, "{\"__type\":\"ResourceNotFoundException\"}");
      return;
    }
    input
        .path("Tags")
        .forEach(
            tag -> secrets.get(name).tags.put(tag.get("Key").asText(), tag.get("Value").asText()));
    if (input.has("SecretString")) {
      stored.version++;
      stored.value = input.get("SecretString").asText();
    }
    if (call.equals("RestoreSecret")) {
      stored.deleted = null;
    }
    send(exchange, 200, described(name, stored, call.equals("GetSecretValue")).toString());
  }

  private static ObjectNode described(String name, Stored stored, boolean withValue) {
    ObjectNode json = JSON.createObjectNode().put("Name", name).put("ARN", "arn:" + name);
    stored.tags.forEach(
        (key, value) -> json.withArray("Tags").addObject().put("Key", key).put("Value", value));
    if (stored.deleted != null) {
      json.put("DeletedDate", stored.deleted.getEpochSecond());
    }
    if (withValue) {
      json.put("SecretString", stored.value).put("VersionId", "v" + stored.version);
    }
    return json;
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
