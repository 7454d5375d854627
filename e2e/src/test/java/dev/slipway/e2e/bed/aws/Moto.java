package dev.slipway.e2e.bed.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Modules;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.ServerProcess;
import dev.slipway.e2e.bed.process.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** AWS: moto with a request log, faults on demand, and EKS clusters that are the bed's. */
public final class Moto implements AutoCloseable {
  public static final String ACCOUNT = "123456789012";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Map<String, AwsKeys> keys = new LinkedHashMap<>(Map.of(ACCOUNT, AwsKeys.TEST));
  private final Path log;
  private final MotoControl control;
  private final ServerProcess process;
  private int forgotten;

  private Moto(Path folder) {
    int port = Ports.free();
    log = folder.resolve("aws-calls.jsonl");
    control = new MotoControl(URI.create("http://127.0.0.1:" + port));
    Path script = Modules.folder("e2e").resolve("servers/moto/moto_server.py");
    process =
        new ServerProcess(Launch.of("moto", folder, Servers.path("python"), script, port, log));
  }

  public static Moto start(Path folder) {
    Moto moto = new Moto(folder);
    moto.process.start();
    return moto;
  }

  public Moto awaitReady() {
    process.awaitReady(
        Duration.ofSeconds(60), () -> control.call("/bed/ready", Map.of()).isObject());
    return this;
  }

  /** The value of {@code AWS_ENDPOINT_URL}. */
  public URI address() {
    return control.address();
  }

  /** What a process of moto's own account finds in its environment. */
  public Map<String, String> environment(String region) {
    return environment(ACCOUNT, region);
  }

  public Map<String, String> environment(String account, String region) {
    Map<String, String> environment = new LinkedHashMap<>(keysOf(account).environment());
    environment.put("AWS_ENDPOINT_URL", address().toString());
    environment.put("AWS_REGION", region);
    return environment;
  }

  /** Keys that moto takes for a caller of this account. */
  public synchronized AwsKeys keysOf(String account) {
    return keys.computeIfAbsent(account, this::newKeysOf);
  }

  /** Keys of another caller of this account, whom audit logs tell apart. */
  public AwsKeys newKeysOf(String account) {
    JsonNode answer = control.call("/bed/keys", Map.of("account", account));
    return new AwsKeys(answer.get("accessKey").asText(), answer.get("secretKey").asText());
  }

  /** Clients for the test itself; what they ask is neither logged nor refused. */
  public AwsClients clients(String account, String region) {
    return new AwsClients(address(), keysOf(account), region);
  }

  /** Makes or changes an EKS cluster. */
  public void putCluster(
      String account, String region, String name, String endpoint, String authorityBase64) {
    control.call(
        "/bed/clusters",
        Map.of(
            "account", account,
            "region", region,
            "name", name,
            "endpoint", endpoint,
            "certificateAuthority", authorityBase64));
  }

  /** What DescribeCluster says of an EKS cluster from now on, such as {@code CREATING}. */
  public void setClusterStatus(String account, String region, String name, String status) {
    control.call(
        "/bed/cluster-status",
        Map.of("account", account, "region", region, "name", name, "status", status));
  }

  /** Replaces the faults that were set before. */
  public void fail(Fault... faults) {
    control.call("/bed/faults", Map.of("faults", List.of(faults)));
  }

  /** Requests since the last reset, oldest first. */
  public List<AwsCall> calls() {
    return calls(call -> true);
  }

  public List<AwsCall> calls(Predicate<AwsCall> filter) {
    List<AwsCall> calls = allCalls();
    return calls.subList(Math.min(forgotten, calls.size()), calls.size()).stream()
        .filter(filter)
        .toList();
  }

  /** Writes all that AWS holds to a file. */
  public void save(Path file) {
    control.call("/bed/save", Map.of("file", file.toString()));
  }

  /** AWS holds what it held when the file was written, and nothing else. */
  public void load(Path file) {
    control.call("/bed/load", Map.of("file", file.toString()));
  }

  /** Forgets every secret, cluster, fault and request. */
  public void reset() {
    process.ensureRunning();
    awaitReady();
    control.post("/moto-api/reset", "");
    fail();
    forgotten = allCalls().size();
  }

  public ServerProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }

  private List<AwsCall> allCalls() {
    List<AwsCall> calls = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(log)) {
        calls.add(JSON.readValue(line, AwsCall.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return calls;
  }
}
