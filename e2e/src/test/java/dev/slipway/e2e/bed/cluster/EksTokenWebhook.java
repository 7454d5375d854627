package dev.slipway.e2e.bed.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.slipway.e2e.bed.aws.AwsKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers the API server's TokenReview for EKS tokens as EKS does: for its own cluster names only
 * and within the token's lifetime. Accepted callers are cluster administrators unless a test says
 * otherwise.
 */
public final class EksTokenWebhook implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpsServer server;
  private final List<String> decisions = new CopyOnWriteArrayList<>();
  private volatile List<String> clusters;
  private volatile String group = "system:masters";
  private volatile Duration lifetime = Duration.ofMinutes(15);

  EksTokenWebhook(Path keyStore, String cluster) {
    clusters = List.of(cluster);
    server = LoopbackHttps.serve(keyStore, this::answer);
  }

  /** Tokens older than this are refused from now on (the API server caches answers for 5 s). */
  public void tokensLive(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** Callers are members of this group from now on, as an access entry of EKS would say. */
  public void callersAreIn(String group) {
    this.group = group;
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
    return LoopbackHttps.url(server);
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
    LoopbackHttps.answer(exchange, reply);
  }

  private ObjectNode status(String token) {
    ObjectNode status = JSON.createObjectNode();
    try {
      String accessKey = authenticate(EksToken.decode(token));
      ObjectNode user = status.put("authenticated", true).putObject("user");
      user.put("username", "aws:" + accessKey).put("uid", accessKey);
      user.putArray("groups").add(group);
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
}
