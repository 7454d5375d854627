package dev.slipway.e2e.bed.node;

import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.Servers;
import java.util.List;

/** How Argo CD's processes are started for one cluster, and the Redis that they share. */
final class ArgoCdProcesses {
  private static final String LOOPBACK = "127.0.0.1:";
  final int serverPort = Ports.free();
  private final int repoServer = Ports.free();
  private final int redis = Ports.free();
  private final PodFolder folder;

  ArgoCdProcesses(PodFolder folder) {
    this.folder = folder;
  }

  List<Component> all() {
    return List.of(repoServer(), applicationController(), applicationSetController(), server());
  }

  Launch redis() {
    return folder.launch(
        "redis",
        List.of(Servers.path("redis-server")),
        "--port",
        Integer.toString(redis),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--appendonly",
        "no");
  }

  private Component repoServer() {
    return argoCd(
        "argocd-repo-server",
        "--redis=" + LOOPBACK + redis,
        "--address=127.0.0.1",
        "--port=" + repoServer,
        "--metrics-address=127.0.0.1",
        "--metrics-port=" + Ports.free());
  }

  // Its metrics listen on every address: Argo CD has no flag for it.
  private Component applicationController() {
    return argoCd(
        "argocd-application-controller",
        "--redis=" + LOOPBACK + redis,
        "--repo-server=" + LOOPBACK + repoServer,
        "--namespace=argocd",
        "--metrics-port=" + Ports.free());
  }

  private Component applicationSetController() {
    return argoCd(
        "argocd-applicationset-controller",
        "--argocd-repo-server=" + LOOPBACK + repoServer,
        "--namespace=argocd",
        "--metrics-addr=" + LOOPBACK + Ports.free(),
        "--probe-addr=" + LOOPBACK + Ports.free(),
        "--webhook-addr=" + LOOPBACK + Ports.free());
  }

  private Component server() {
    return argoCd(
        "argocd-server",
        "--redis=" + LOOPBACK + redis,
        "--repo-server=" + LOOPBACK + repoServer,
        "--namespace=argocd",
        "--insecure",
        "--address=127.0.0.1",
        "--port=" + serverPort,
        "--metrics-address=127.0.0.1",
        "--metrics-port=" + Ports.free());
  }

  private Component argoCd(String name, String... flags) {
    Launch launch =
        folder
            .launch(name, List.of(Servers.path("argocd")), flags)
            .withPath(Servers.path("helm").getParent(), Servers.path("kustomize").getParent())
            .with("ARGOCD_BINARY_NAME", name)
            .with("ARGOCD_FAKE_IN_CLUSTER", true)
            .with("ARGOCD_GPG_ENABLED", false)
            .with("ARGOCD_TLS_DATA_PATH", folder.made("tls"))
            .with("ARGOCD_SSH_DATA_PATH", folder.made("ssh"))
            .with("ARGOCD_PLUGINSOCKFILEPATH", folder.made("plugins"));
    return new Component(name, "argocd", launch);
  }
}
