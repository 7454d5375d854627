package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Kubernetes API on a loopback port with TLS, for callers with an EKS token. */
public final class StandInCluster implements AutoCloseable {
  private static final String EKS_TOKEN = "Bearer k8s-aws-v1.";
  private static final int THREADS = 8;

  private final ApiServer api = new ApiServer();
  private final ClusterObjects objects = new ClusterObjects(api);
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final HttpsServer server;
  private final String certificate;

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private StandInCluster(Path folder) throws IOException {
    ServerIdentity identity = ServerIdentity.make(folder);
    certificate = identity.certificatePem();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity.tls()));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    List.of("default", "kube-node-lease", "kube-public", "kube-system")
        .forEach(objects::createNamespace);
    server.start();
  }

  /**
   * Starts to serve an empty cluster.
   *
   * @param folder where the server's key may lie while it runs
   */
  public static StandInCluster start(Path folder) throws IOException {
    return new StandInCluster(folder);
  }

  public URI endpoint() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The certificate authority as EKS describes it: Base64 over PEM. */
  public String caData() {
    return Base64.getEncoder().encodeToString(certificate.getBytes(StandardCharsets.US_ASCII));
  }

  public ClusterObjects objects() {
    return objects;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ApiRequest request = ApiRequest.of(exchange);
      try {
        requireToken(exchange);
        ObjectNode body = api.answer(request);
        send(exchange, request.method().equals("POST") ? 201 : 200, reduced(exchange, body));
      } catch (ApiRefusal refusal) {
        send(exchange, refusal.code(), refusal.status());
      }
    }
  }

  private static ObjectNode reduced(HttpExchange exchange, ObjectNode object) {
    String accepted = exchange.getRequestHeaders().getFirst("Accept");
    if (accepted == null || !accepted.contains("as=PartialObjectMetadata;")) {
      return object;
    }
    ObjectNode partial = object.objectNode();
    partial.put("apiVersion", "meta.k8s.io/v1").put("kind", "PartialObjectMetadata");
    return partial.set("metadata", object.path("metadata"));
  }

  private static void requireToken(HttpExchange exchange) {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.startsWith(EKS_TOKEN)) {
      throw new ApiRefusal(401, "Unauthorized", "Unauthorized");
    }
  }

  private static void send(HttpExchange exchange, int code, ObjectNode answer) throws IOException {
    byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
