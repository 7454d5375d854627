package dev.slipway.sandbox.repository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Answers what is asked before an install: which commit a branch is at, and which charts there are.
 * It has no content; what a real install would fetch is played by others.
 */
public final class StandInRepositories implements AutoCloseable {
  /** What every branch is at. */
  public static final String COMMIT = "5715a9d15715a9d15715a9d15715a9d15715a9d1";

  private static final String END = "0000";

  private final HttpServer server;
  private volatile byte[] index = {};

  private StandInRepositories() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/platform.git/info/refs", this::refs);
    server.createContext("/charts", this::charts);
    server.start();
  }

  public static StandInRepositories start() throws IOException {
    return new StandInRepositories();
  }

  public URI git() {
    return address("/platform.git");
  }

  public URI charts() {
    return address("/charts");
  }

  /** Offers every chart that the addons name, in its default version. */
  public void offer(JsonNode addons) {
    ObjectNode content = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1");
    ObjectNode entries = content.putObject("entries");
    addons
        .properties()
        .forEach(
            addon -> {
              JsonNode settings = addon.getValue();
              if (settings.has("defaultVersion")) {
                String chart = settings.path("chartName").asText(addon.getKey());
                String version = settings.get("defaultVersion").asText();
                ObjectNode entry = entries.withArray(chart).addObject();
                entry.put("name", chart).put("version", version);
                entry.putArray("urls").add(chart + "-" + version + ".tgz");
              }
            });
    index = content.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The first answer of Git's smart protocol; nobody goes on to fetch. */
  private void refs(HttpExchange exchange) throws IOException {
    exchange
        .getResponseHeaders()
        .add("Content-Type", "application/x-git-upload-pack-advertisement");
    String answer =
        packet("# service=git-upload-pack\n")
            + END
            + packet(COMMIT + " HEAD\0symref=HEAD:refs/heads/main\n")
            + packet(COMMIT + " refs/heads/main\n")
            + END;
    send(exchange, answer.getBytes(StandardCharsets.UTF_8));
  }

  private static String packet(String content) {
    return "%04x%s".formatted(content.length() + 4, content);
  }

  private void charts(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().endsWith("/index.yaml")) {
      send(exchange, index);
      return;
    }
    exchange.sendResponseHeaders(404, -1);
    exchange.close();
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      exchange.sendResponseHeaders(200, body.length);
      out.write(body);
    }
  }
}
