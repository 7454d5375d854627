package dev.slipway.standins.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.standins.aws.protocol.AwsAnswer;
import dev.slipway.standins.aws.protocol.AwsCall;
import dev.slipway.standins.aws.protocol.AwsRefusal;
import dev.slipway.standins.aws.secrets.StandInSecretsManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks just enough of STS, EKS, Secrets Manager and Route 53 for the real AWS SDK to work with it
 * through {@code AWS_ENDPOINT_URL}. Signatures are read for their scope, not verified: every key is
 * one of the same user's, but those of an assumed role.
 */
public final class StandInAws implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Identities identities;
  private final StandInEks eks;
  private final HostedZones zones = new HostedZones();
  private final StandInSecretsManager secretsManager;
  private final Policy policy = new Policy();
  private final Map<String, Queue<String>> callsByKey = new ConcurrentHashMap<>();
  private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private StandInAws(String account, Clock clock) throws IOException {
    String user = "arn:aws:iam::" + account + ":user/stand-in";
    identities = new Identities(user);
    eks = new StandInEks(account);
    eks.admit(user);
    secretsManager = new StandInSecretsManager(account, clock);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts to serve an empty account, named by twelve digits. */
  public static StandInAws start(String account, Clock clock) {
    try {
      return new StandInAws(account, clock);
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

  public StandInEks eks() {
    return eks;
  }

  /** Adds a hosted zone: its ID without a prefix, its domain without a dot at the end. */
  public void addHostedZone(String id, String name) {
    zones.put(id, name);
  }

  /** Denies an action to everybody, as a policy would; such as {@code eks:DescribeCluster}. */
  public void deny(String action) {
    policy.deny(action);
  }

  /** Takes the denial back. */
  public void allow(String action) {
    policy.allow(action);
  }

  /** Lets something else happen right before the next call of an operation is answered. */
  public void before(String operation, Runnable work) {
    meanwhile.put(operation, work);
  }

  /** Operations that were called with an access key, in order, such as {@code AssumeRole}. */
  public List<String> calls(String accessKey) {
    return List.copyOf(callsByKey.getOrDefault(accessKey, new ConcurrentLinkedQueue<>()));
  }

  /** The external IDs that roles were assumed with, in order. */
  public List<String> externalIds() {
    return identities.externalIds();
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
    callsByKey
        .computeIfAbsent(call.accessKey(), key -> new ConcurrentLinkedQueue<>())
        .add(call.operation());
    Runnable work = meanwhile.remove(call.operation());
    if (work != null) {
      work.run();
    }
    try {
      policy.require(call, identities.arn(call));
      return switch (call.service()) {
        case "secretsmanager" -> secretsManager.answer(call);
        case "sts" -> identities.answer(call);
        case "eks" -> eks.answer(call);
        case "route53" -> zones.answer(call);
        default -> throw call.unknown();
      };
    } catch (AwsRefusal refusal) {
      return AwsAnswer.error(call, refusal);
    }
  }
}
