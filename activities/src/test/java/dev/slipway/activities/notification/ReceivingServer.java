package dev.slipway.activities.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver on this machine that answers as it is told and remembers what it got. */
final class ReceivingServer implements AutoCloseable {
  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private volatile String header;
  private volatile String value;

  /** One request. */
  record Received(String path, Headers headers, String body) {}

  ReceivingServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The next requests; those after them are taken. */
  ReceivingServer answers(Integer... next) {
    statuses.addAll(List.of(next));
    return this;
  }

  void with(String name, String content) {
    header = name;
    value = content;
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  private void receive(HttpExchange exchange) throws IOException {
    received.add(
        new Received(
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    if (header != null) {
      exchange.getResponseHeaders().set(header, value);
    }
    Integer status = statuses.poll();
    exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
