package dev.slipway.e2e.bed.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.slipway.e2e.bed.aws.AwsKeys;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Answers the API server's TokenReview for EKS tokens as EKS does: for its own cluster names only
 * and within the token's lifetime. Accepted callers are cluster administrators.
 */
public final class EksTokenWebhook implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final char[] PASSWORD = "bed".toCharArray();
  private final HttpsServer server;
  private final List<String> decisions = new CopyOnWriteArrayList<>();
  private volatile List<String> clusters;
  private volatile Duration lifetime = Duration.ofMinutes(15);

  EksTokenWebhook(Path keyStore, String cluster) {
    clusters = List.of(cluster);
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context(keyStore)));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("No token webhook", e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool(EksTokenWebhook::daemon));
    server.start();
  }

  /** Tokens older than this are refused from now on (the API server caches answers for 5 s). */
  public void tokensLive(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** Names that count as this cluster's. */
  public void accept(String... clusters) {
    this.clusters = List.of(clusters);
  }

  /** One line a review: "accepted KEY" or "refused: why", oldest first. */
  public List<String> decisions() {
    return List.copyOf(decisions);
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode review = JSON.readTree(exchange.getRequestBody());
    ObjectNode reply = JSON.createObjectNode();
    reply.put("apiVersion", "authentication.k8s.io/v1").put("kind", "TokenReview");
    reply.set("status", status(review.at("/spec/token").asText()));
    byte[] body = JSON.writeValueAsBytes(reply);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private ObjectNode status(String token) {
    ObjectNode status = JSON.createObjectNode();
    try {
      String accessKey = authenticate(EksToken.decode(token));
      ObjectNode user = status.put("authenticated", true).putObject("user");
      user.put("username", "aws:" + accessKey).put("uid", accessKey);
      user.putArray("groups").add("system:masters");
      decisions.add("accepted " + accessKey);
    } catch (IllegalArgumentException e) {
      status.put("authenticated", false).put("error", e.getMessage());
      decisions.add("refused: " + e.getMessage());
    }
    return status;
  }

  private String authenticate(EksToken token) {
    token.check(Instant.now(), lifetime);
    EksTokenSignature signature =
        new EksTokenSignature(token, AwsKeys.secretKeyOf(token.accessKey()));
    if (clusters.stream().noneMatch(signature::isFor)) {
      throw new IllegalArgumentException("signature matches none of " + clusters);
    }
    return token.accessKey();
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
    Thread thread = new Thread(task, "bed-token-webhook");
    thread.setDaemon(true);
    return thread;
  }
}
