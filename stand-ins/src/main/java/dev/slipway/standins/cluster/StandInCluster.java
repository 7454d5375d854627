package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.slipway.standins.cluster.objects.ApiRefusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A Kubernetes API on a loopback port with TLS, for callers with an EKS token. */
public final class StandInCluster implements AutoCloseable {
  /** A worker asks for several things at once; nothing here takes long. */
  private static final int THREADS = 8;

  private final ApiServer api = new ApiServer();
  private final ClusterObjects objects = new ClusterObjects(api);
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final HttpsServer server;
  private final String certificate;
  private final Queue<SeenRequest> requests = new ConcurrentLinkedQueue<>();
  private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
  private volatile Predicate<String> callers = token -> token.startsWith("k8s-aws-v1.");

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private StandInCluster() throws IOException {
    ServerIdentity identity = ServerIdentity.ofThisJvm();
    certificate = identity.certificatePem();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity.tls()));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    List.of("default", "kube-node-lease", "kube-public", "kube-system")
        .forEach(objects::createNamespace);
    server.start();
  }

  /** Starts to serve an empty cluster. */
  public static StandInCluster start() {
    try {
      return new StandInCluster();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** All that it was sent, in order. */
  public List<SeenRequest> requests() {
    return List.copyOf(requests);
  }

  /** Lets in whoever has such a token, instead of everybody with one that is made for EKS. */
  public void letIn(Predicate<String> tokens) {
    callers = tokens;
  }

  /** Denies everybody a verb on a resource, such as {@code create} on {@code namespaces}. */
  public void deny(String verb, String group, String plural) {
    api.deny(verb, group, plural);
  }

  /** Lets something else happen after the next such request, before the caller has its answer. */
  public void after(String method, String path, Runnable work) {
    meanwhile.put(method + " " + path, work);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ApiRequest request = ApiRequest.of(exchange);
      SeenRequest seen = SeenRequest.of(exchange);
      requests.add(seen);
      try {
        requireKnownCaller(seen);
        ObjectNode body = api.answer(request);
        Runnable work = meanwhile.remove(seen.method() + " " + seen.path());
        if (work != null) {
          work.run();
        }
        send(
            exchange,
            request.method().equals("POST") ? 201 : 200,
            PartialMetadata.ifAccepted(exchange.getRequestHeaders().getFirst("Accept"), body));
      } catch (ApiRefusal refusal) {
        send(exchange, refusal.code(), refusal.status());
      }
    }
  }

  private void requireKnownCaller(SeenRequest request) {
    if (!callers.test(request.token())) {
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
