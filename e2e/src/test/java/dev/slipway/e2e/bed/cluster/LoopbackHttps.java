package dev.slipway.e2e.bed.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What the API server calls back: HTTPS on loopback with the cluster's certificate. */
final class LoopbackHttps {
  private static final char[] PASSWORD = "bed".toCharArray();

  private LoopbackHttps() {}

  static HttpsServer serve(Path keyStore, HttpHandler handler) {
    try {
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context(keyStore)));
      server.createContext("/", handler);
      server.setExecutor(Executors.newCachedThreadPool(LoopbackHttps::daemon));
      server.start();
      return server;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("No HTTPS server", e);
    }
  }

  static String url(HttpsServer server) {
    return "https://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  static void answer(HttpExchange exchange, JsonNode reply) throws IOException {
    byte[] body = reply.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(file)) {
      store.load(stream, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "bed-https");
    thread.setDaemon(true);
    return thread;
  }
}
