package dev.slipway.e2e.bed.cluster;

import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.ServerProcess;
import dev.slipway.e2e.bed.process.Servers;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** etcd, kube-apiserver, controller manager, scheduler, and kwok with one node. */
public final class ControlPlane implements AutoCloseable {
  static final String ADMIN_TOKEN = "bed-admin";
  private static final Map<String, Quantity> CAPACITY =
      Map.of(
          "cpu", new Quantity("64"), "memory", new Quantity("256Gi"), "pods", new Quantity("500"));
  private final Path folder;
  private final ServiceAddresses services = ServiceAddresses.reserve();
  private final Certificates certificates;
  private final EksTokenWebhook tokens;
  private final ApiServer apiServer;
  private final Path kubeconfig;
  private final List<ServerProcess> others = new ArrayList<>();
  private final KubernetesClient client;

  private ControlPlane(Path folder, String cluster) {
    this.folder = folder;
    certificates = Certificates.create(folder.resolve("certificates"), services.first());
    tokens = new EksTokenWebhook(certificates.keyStore(), cluster);
    apiServer = new ApiServer(folder, certificates, services, startEtcd(), tokens.url());
    kubeconfig =
        new Kubeconfig(apiServer.url(), certificates.authority())
            .write(folder.resolve("kubeconfig"), ADMIN_TOKEN, "default");
    client = client("bed-admin");
  }

  /** Starts everything and returns when the API server is ready. */
  public static ControlPlane start(Path folder, String cluster) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ControlPlane plane = new ControlPlane(folder, cluster);
    try {
      plane.apiServer.start();
      plane.startControllers();
      return plane;
    } catch (RuntimeException | Error e) {
      plane.close();
      throw e;
    }
  }

  public ApiServer apiServer() {
    return apiServer;
  }

  public EksTokenWebhook tokens() {
    return tokens;
  }

  public AuditLog audit() {
    return new AuditLog(folder.resolve("audit.log"));
  }

  public ServiceAddresses services() {
    return services;
  }

  /** An administrator's kubeconfig. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  public Kubeconfig kubeconfigs() {
    return new Kubeconfig(apiServer.url(), certificates.authority());
  }

  public Path serverCertificate() {
    return certificates.serverCertificate();
  }

  public Path serverKey() {
    return certificates.serverKey();
  }

  public String authorityBase64() {
    return certificates.authorityBase64();
  }

  /** An administrator's client. */
  public KubernetesClient client() {
    return client;
  }

  /** An administrator's client that the audit log shows under a name of its own. */
  public KubernetesClient client(String userAgent) {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(apiServer.url())
            .withCaCertFile(certificates.authority().toString())
            .withOauthToken(ADMIN_TOKEN)
            .withNamespace("default")
            .withUserAgent(userAgent)
            .withRequestRetryBackoffLimit(0)
            .withRequestTimeout(10_000)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  @Override
  public void close() {
    client.close();
    Collections.reverse(others);
    apiServer.close();
    others.forEach(ServerProcess::close);
    tokens.close();
    try {
      services.kubernetes().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String startEtcd() {
    String clients = "http://127.0.0.1:" + Ports.free();
    String peers = "http://127.0.0.1:" + Ports.free();
    others.add(
        ServerProcess.start(
            Launch.of(
                "etcd",
                folder,
                Servers.path("etcd"),
                "--data-dir=etcd",
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=default=" + peers,
                "--unsafe-no-fsync")));
    return clients;
  }

  private void startControllers() {
    startController(
        "kube-controller-manager",
        "--service-account-private-key-file=" + certificates.serviceAccountKey(),
        "--root-ca-file=" + certificates.authority(),
        "--use-service-account-credentials");
    startController("kube-scheduler");
    createNode();
    // Without a lease the node goes NotReady after 50 s.
    others.add(
        ServerProcess.start(
            Launch.of(
                "kwok",
                folder,
                Servers.path("kwok"),
                "--kubeconfig=" + kubeconfig,
                "--manage-all-nodes=true",
                "--cidr=10.244.0.0/16",
                "--node-ip=127.0.0.1",
                "--node-lease-duration-seconds=40")));
  }

  private void startController(String name, String... flags) {
    List<Object> command =
        new ArrayList<>(List.of(Servers.path(name), "--kubeconfig=" + kubeconfig));
    command.addAll(
        List.of(
            "--leader-elect=false",
            "--bind-address=127.0.0.1",
            "--secure-port=" + Ports.free(),
            "--cert-dir=" + folder.resolve(name)));
    command.addAll(List.of(flags));
    others.add(ServerProcess.start(Launch.of(name, folder, command.toArray())));
  }

  private void createNode() {
    client
        .resource(
            new NodeBuilder()
                .withNewMetadata()
                .withName("kwok-1")
                .addToLabels("kubernetes.io/hostname", "kwok-1")
                .addToLabels("kubernetes.io/os", "linux")
                .addToLabels("kubernetes.io/arch", "amd64")
                .addToAnnotations("kwok.x-k8s.io/node", "fake")
                .endMetadata()
                .withNewStatus()
                .withAllocatable(CAPACITY)
                .withCapacity(CAPACITY)
                .endStatus()
                .build())
        .create();
  }
}
