package dev.slipway.activities.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.activities.aws.StubServices.Answer;
import dev.slipway.workflows.contract.Target;
import dev.slipway.workflows.platform.ClusterId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** AWS on loopback, as far as Slipway calls it, with a switch for each thing that goes wrong. */
public final class StubAws implements AutoCloseable {
  public static final Target ALPHA =
      new Target(new ClusterId("123456789012", "eu-west-3", "alpha"), null);

  private final HttpServer server;
  private final StubServices services = new StubServices();
  private final StubSecrets secrets = new StubSecrets();
  private final Map<String, Answer> refused = new HashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();

  public StubAws() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  public AwsClients clients() {
    return new AwsClients(
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDTEST", "planted")),
        endpoint());
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Operations in the order in which they were called, such as {@code DescribeCluster}. */
  public List<String> calls() {
    return calls;
  }

  public StubServices services() {
    return services;
  }

  public StubSecrets secrets() {
    return secrets;
  }

  public StubAws refusing(String operation, String code, int status) {
    refused.put(operation, Answer.error(status, code));
    return this;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String operation = operation(exchange, body);
    calls.add(operation);
    Answer answer = refused.get(operation);
    if (answer == null) {
      answer =
          exchange.getRequestHeaders().containsKey("X-Amz-Target")
              ? secrets.answer(operation, body)
              : services.answer(operation, exchange.getRequestURI().getPath());
    }
    byte[] bytes = answer.body().getBytes(UTF_8);
    if (answer.code() != null) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.code());
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String operation(HttpExchange exchange, String body) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return target.substring(target.indexOf('.') + 1);
    }
    String path = exchange.getRequestURI().getPath();
    if (path.contains("/pod-identity-associations")) {
      return "ListPodIdentityAssociations";
    }
    if (path.contains("/access-entries/")) {
      return "DescribeAccessEntry";
    }
    if (path.contains("/hostedzone/")) {
      return "GetHostedZone";
    }
    return body.contains("Action=GetCallerIdentity") ? "GetCallerIdentity" : "DescribeCluster";
  }
}
