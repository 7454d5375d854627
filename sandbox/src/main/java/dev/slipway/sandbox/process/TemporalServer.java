package dev.slipway.sandbox.process;

import dev.slipway.workflows.wire.Payloads;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Temporal: the SDK's in-memory server on a port, or the one that the environment names. */
public final class TemporalServer implements AutoCloseable {
  private static final Duration RPC_TIMEOUT = Duration.ofSeconds(30);

  private final Closeable server;
  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;
  private final Map<String, String> environment;

  private TemporalServer(
      Closeable server, ClientConfigProfile profile, Map<String, String> environment) {
    this.server = server;
    this.environment = environment;
    this.stubs =
        WorkflowServiceStubs.newConnectedServiceStubs(
            WorkflowServiceStubsOptions.newBuilder(profile.toWorkflowServiceStubsOptions())
                .setRpcTimeout(RPC_TIMEOUT)
                .setRpcQueryTimeout(RPC_TIMEOUT)
                .setSystemInfoTimeout(RPC_TIMEOUT)
                .build(),
            RPC_TIMEOUT);
    this.client =
        WorkflowClient.newInstance(
            stubs,
            WorkflowClientOptions.newBuilder(profile.toWorkflowClientOptions())
                .setDataConverter(Payloads.converter())
                .build());
  }

  public static TemporalServer start(Path folder) throws IOException {
    if (System.getenv("TEMPORAL_ADDRESS") != null) {
      return new TemporalServer(() -> {}, ClientConfigProfile.load(), Map.of());
    }
    int port = freePort();
    String address = "127.0.0.1:" + port;
    Path profile = folder.resolve("temporal.toml");
    Files.writeString(profile, "[profile.default]\naddress = \"" + address + "\"\n");
    return new TemporalServer(
        TestServer.createPortBoundServer(port, /* lockTimeSkipping= */ true),
        ClientConfigProfile.newBuilder().setAddress(address).setNamespace("default").build(),
        // The in-memory server never gives up on the sticky queue of a dead worker.
        Map.of(
            "TEMPORAL_ADDRESS",
            address,
            "TEMPORAL_CONFIG_FILE",
            profile.toString(),
            "SLIPWAY_CACHED_WORKFLOWS",
            "0"));
  }

  public boolean isInside() {
    return !environment.isEmpty();
  }

  public String address() {
    return stubs.getOptions().getTarget();
  }

  public String namespace() {
    return client.getOptions().getNamespace();
  }

  public WorkflowClient client() {
    return client;
  }

  /** What a worker needs in its environment; nothing where it inherits what it needs. */
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public void close() throws IOException {
    stubs.shutdownNow();
    stubs.awaitTermination(2, TimeUnit.SECONDS);
    server.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
