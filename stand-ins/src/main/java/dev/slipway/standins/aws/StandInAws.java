package dev.slipway.standins.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks just enough of STS, EKS, Secrets Manager and Route 53 for the real AWS SDK to work with it
 * through {@code AWS_ENDPOINT_URL}. Signatures are read for their scope, not verified.
 */
public final class StandInAws implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final StandInSecretsManager secretsManager;
  private final StandInAccount account;

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private StandInAws(StandInAccount account) throws IOException {
    this.account = account;
    this.secretsManager = new StandInSecretsManager(account.id());
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static StandInAws start(StandInAccount account) {
    try {
      return new StandInAws(account);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What a process needs in its environment to use this instead of AWS. */
  public Map<String, String> environment(String region) {
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint().toString(),
        "AWS_REGION", region,
        "AWS_ACCESS_KEY_ID", "AKIASTANDIN000000000",
        "AWS_SECRET_ACCESS_KEY", "stand-in",
        "AWS_EC2_METADATA_DISABLED", "true");
  }

  public StandInSecretsManager secretsManager() {
    return secretsManager;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      AwsAnswer answer = answer(AwsCall.of(exchange));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(answer.status(), body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    } catch (AwsRefusal refusal) {
      exchange.sendResponseHeaders(refusal.status(), -1);
    }
  }

  private AwsAnswer answer(AwsCall call) {
    try {
      return switch (call.service()) {
        case "secretsmanager" -> secretsManager.answer(call);
        case "sts", "eks", "route53" -> account.answer(call);
        default -> throw call.unknown("such service");
      };
    } catch (AwsRefusal refusal) {
      return AwsAnswer.error(call, refusal);
    }
  }
}
