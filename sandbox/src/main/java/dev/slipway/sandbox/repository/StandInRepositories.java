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
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers what is asked before an install: which commit a branch is at, and which charts there are,
 * each a stand-in. Git has no content; what Argo CD would fetch there is played by others.
 */
public final class StandInRepositories implements AutoCloseable {
  /** What every branch is at. */
  public static final String COMMIT = "5715a9d15715a9d15715a9d15715a9d15715a9d1";

  private static final String END = "0000";

  private final HttpServer server;
  private final Map<String, byte[]> charts = new ConcurrentHashMap<>();

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

  /**
   * Offers every chart that the addons name, in its default version.
   *
   * @param folders where the stand-in for the chart of a name lies
   */
  public void offer(JsonNode addons, Function<String, Path> folders) throws IOException {
    ObjectNode content = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1");
    ObjectNode entries = content.putObject("entries");
    for (Map.Entry<String, JsonNode> addon : addons.properties()) {
      JsonNode settings = addon.getValue();
      if (settings.has("defaultVersion")) {
        String chart = settings.path("chartName").asText(addon.getKey());
        ChartArchive archive = new ChartArchive(chart, settings.get("defaultVersion").asText());
        ObjectNode entry = entries.withArray(chart).addObject();
        entry.put("name", chart).put("version", archive.version());
        entry.putArray("urls").add(archive.name());
        charts.put(archive.name(), archive.of(folders.apply(chart)));
      }
    }
    charts.put("index.yaml", content.toString().getBytes(StandardCharsets.UTF_8));
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
    String path = exchange.getRequestURI().getPath();
    byte[] file = charts.get(path.substring("/charts/".length()));
    if (file != null) {
      send(exchange, file);
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
