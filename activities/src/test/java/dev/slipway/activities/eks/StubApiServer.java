package dev.slipway.activities.eks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API server that lists no namespaces, remembers tokens and refuses some. */
final class StubApiServer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final List<String> userAgents = new CopyOnWriteArrayList<>();
  private int refusals;

  StubApiServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  StubApiServer refusingTheNext(int requests) {
    refusals = requests;
    return this;
  }

  List<String> tokens() {
    return tokens;
  }

  List<String> userAgents() {
    return userAgents;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
    userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
    boolean refused = refusals-- > 0;
    String body =
        refused
            ? "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":401,\"message\":\"Unauthorized\"}"
            : "{\"kind\":\"NamespaceList\",\"apiVersion\":\"v1\",\"items\":[]}";
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(refused ? 401 : 200, body.length());
    exchange.getResponseBody().write(body.getBytes(UTF_8));
    exchange.close();
  }
}
