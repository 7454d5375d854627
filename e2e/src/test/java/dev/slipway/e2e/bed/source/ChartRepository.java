package dev.slipway.e2e.bed.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.e2e.bed.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves charts over HTTP; a test can withhold or break one. */
public final class ChartRepository implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  // Where gzip says on what system it ran; nobody who unpacks cares.
  private static final int GZIP_SYSTEM = 9;

  private final Map<ChartVersion, Path> charts;
  private final Set<String> withheld = ConcurrentHashMap.newKeySet();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final Set<String> republished = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean away;
  private final HttpServer server;

  ChartRepository(Map<ChartVersion, Path> charts) {
    this.charts = Map.copyOf(charts);
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<ChartVersion> charts() {
    return charts.keySet().stream().sorted().toList();
  }

  /** From now on the repository does not know the chart. */
  public void withhold(String chart) {
    withheld.add(known(chart));
  }

  /** From now on the chart's archive is no archive. */
  public void breakArchive(String chart) {
    broken.add(known(chart));
  }

  /** From now on the chart's archive is another one of the same content and version. */
  public void republish(String chart) {
    republished.add(known(chart));
  }

  /** From now on every answer is 503. */
  public void goAway() {
    away = true;
  }

  /** Takes everything back that was done to the repository and its charts. */
  public void restore() {
    away = false;
    republished.clear();
    withheld.clear();
    broken.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private String known(String chart) {
    if (charts.keySet().stream().noneMatch(version -> version.name().equals(chart))) {
      throw new IllegalArgumentException(chart + " is none of " + charts());
    }
    return chart;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = body(exchange.getRequestURI().getPath().substring(1));
    if (away || body.length == 0) {
      exchange.sendResponseHeaders(away ? 503 : 404, -1);
    } else {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private byte[] body(String file) throws IOException {
    if (file.equals("index.yaml")) {
      return index().getBytes(StandardCharsets.UTF_8);
    }
    for (ChartVersion chart : charts.keySet()) {
      if (file.equals(chart.archive()) && !withheld.contains(chart.name())) {
        return broken.contains(chart.name())
            ? "broken by a test".getBytes(StandardCharsets.UTF_8)
            : archive(chart);
      }
    }
    return new byte[0];
  }

  private byte[] archive(ChartVersion chart) throws IOException {
    byte[] archive = Files.readAllBytes(charts.get(chart));
    if (republished.contains(chart.name())) {
      archive[GZIP_SYSTEM]++;
    }
    return archive;
  }

  // JSON is YAML too.
  private String index() throws JsonProcessingException {
    Map<String, Object> entries = new TreeMap<>();
    for (ChartVersion chart : charts.keySet()) {
      if (!withheld.contains(chart.name())) {
        entries.put(
            chart.name(),
            List.of(
                Map.of(
                    "apiVersion", "v2",
                    "name", chart.name(),
                    "version", chart.version(),
                    "urls", List.of(url() + "/" + chart.archive()))));
      }
    }
    return JSON.writeValueAsString(Map.of("apiVersion", "v1", "entries", entries));
  }
}
