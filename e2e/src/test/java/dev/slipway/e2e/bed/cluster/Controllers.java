package dev.slipway.e2e.bed.cluster;

import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.ServerProcess;
import dev.slipway.e2e.bed.process.Servers;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands around the API server: etcd, controller manager, scheduler, kwok and its node. */
final class Controllers implements AutoCloseable {
  private static final Map<String, Quantity> CAPACITY =
      Map.of(
          "cpu", new Quantity("64"), "memory", new Quantity("256Gi"), "pods", new Quantity("500"));
  private static final String NODE = "kwok-1";
  private final List<ServerProcess> started = new ArrayList<>();
  private final Path folder;
  private final Certificates certificates;
  private final Path kubeconfig;
  private ServerProcess etcd;

  Controllers(Path folder, Certificates certificates, Path kubeconfig) {
    this.folder = folder;
    this.certificates = certificates;
    this.kubeconfig = kubeconfig;
  }

  @Override
  public void close() {
    started.forEach(ServerProcess::close);
  }

  /** Ends all but etcd. */
  void stopWriting() {
    started.stream().filter(process -> process != etcd).forEach(ServerProcess::stop);
  }

  void stopEtcd() {
    etcd.stop();
  }

  String startEtcd() {
    String clients = "http://127.0.0.1:" + Ports.free();
    String peers = "http://127.0.0.1:" + Ports.free();
    etcd =
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
                "--unsafe-no-fsync"));
    started.add(etcd);
    return clients;
  }

  void start(KubernetesClient admin) {
    startController(
        "kube-controller-manager",
        "--service-account-private-key-file=" + certificates.serviceAccountKey(),
        "--root-ca-file=" + certificates.authority(),
        "--use-service-account-credentials");
    startController("kube-scheduler");
    createNode(admin);
    // Without a lease the node goes NotReady after 50 s; kwok waits for one of an earlier life.
    admin.leases().inNamespace("kube-node-lease").withName(NODE).delete();
    started.add(
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
    started.add(ServerProcess.start(Launch.of(name, folder, command.toArray())));
  }

  private static void createNode(KubernetesClient client) {
    if (client.nodes().withName(NODE).get() != null) {
      return;
    }
    client
        .resource(
            new NodeBuilder()
                .withNewMetadata()
                .withName(NODE)
                .addToLabels("kubernetes.io/hostname", NODE)
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
