package dev.slipway.e2e.bed.node;

import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How the processes of Argo CD and External Secrets are started for one cluster. */
final class Components {
  private static final String LOOPBACK = "127.0.0.1:";
  final int argoCdServer = Ports.free();
  final int externalSecretsWebhook = Ports.free();
  private final int repoServer = Ports.free();
  private final int redis;
  private final Path folder;
  private final String serviceAddress;
  private final Map<String, String> awsEnvironment;

  Components(Path folder, int redis, String serviceAddress, Map<String, String> awsEnvironment) {
    this.folder = folder;
    this.redis = redis;
    this.serviceAddress = serviceAddress;
    this.awsEnvironment = awsEnvironment;
    for (String name : List.of("tls", "ssh", "plugins", "tmp", "external-secrets-webhook")) {
      create(folder.resolve(name));
    }
  }

  List<Component> all() {
    return List.of(
        repoServer(),
        applicationController(),
        applicationSetController(),
        argoCdServer(),
        externalSecrets(),
        certController(),
        webhook());
  }

  Path webhookCertificates() {
    return folder.resolve("external-secrets-webhook");
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

  private Component argoCdServer() {
    return argoCd(
        "argocd-server",
        "--redis=" + LOOPBACK + redis,
        "--repo-server=" + LOOPBACK + repoServer,
        "--namespace=argocd",
        "--insecure",
        "--address=127.0.0.1",
        "--port=" + argoCdServer,
        "--metrics-address=127.0.0.1",
        "--metrics-port=" + Ports.free());
  }

  private Component argoCd(String name, String... flags) {
    Path bin = Servers.path("argocd");
    Launch launch =
        launch(name, concat(List.of(bin), flags))
            .withPath(Servers.path("helm").getParent(), Servers.path("kustomize").getParent())
            .with("ARGOCD_BINARY_NAME", name)
            .with("ARGOCD_FAKE_IN_CLUSTER", true)
            .with("ARGOCD_GPG_ENABLED", false)
            .with("ARGOCD_TLS_DATA_PATH", folder.resolve("tls"))
            .with("ARGOCD_SSH_DATA_PATH", folder.resolve("ssh"))
            .with("ARGOCD_PLUGINSOCKFILEPATH", folder.resolve("plugins"));
    return new Component(name, "argocd", launch);
  }

  // Its Kubernetes provider looks up kubernetes.default, hence hosts of its own.
  private Component externalSecrets() {
    List<Object> command =
        List.of(
            "unshare",
            "--mount",
            "sh",
            "-c",
            "mount --bind \"$1\" /etc/hosts && shift && exec \"$@\"",
            "sh",
            hosts(),
            Servers.path("external-secrets"));
    Launch launch =
        launch(
            "external-secrets",
            concat(
                command,
                "--concurrent=1",
                "--metrics-addr=" + LOOPBACK + Ports.free(),
                "--live-addr=" + LOOPBACK + Ports.free()));
    return new Component("external-secrets", "external-secrets", launch.with(awsEnvironment));
  }

  private Component certController() {
    return externalSecrets(
        "external-secrets-cert-controller",
        "certcontroller",
        "--service-name=external-secrets-webhook",
        "--service-namespace=external-secrets",
        "--secret-name=external-secrets-webhook",
        "--secret-namespace=external-secrets",
        "--metrics-addr=" + LOOPBACK + Ports.free(),
        "--healthz-addr=" + LOOPBACK + Ports.free(),
        "--enable-partial-cache=true");
  }

  // It listens on every address: External Secrets has no flag for it.
  private Component webhook() {
    return externalSecrets(
        "external-secrets-webhook",
        "webhook",
        "--port=" + externalSecretsWebhook,
        "--dns-name=external-secrets-webhook.external-secrets.svc",
        "--cert-dir=" + webhookCertificates(),
        "--metrics-addr=" + LOOPBACK + Ports.free(),
        "--healthz-addr=" + LOOPBACK + Ports.free());
  }

  private Component externalSecrets(String name, String... flags) {
    List<Object> command = concat(List.of(Servers.path("external-secrets")), flags);
    return new Component(name, "external-secrets", launch(name, command));
  }

  private Launch launch(String name, List<Object> command) {
    return Launch.of(name, folder, command.toArray()).with("TMPDIR", folder.resolve("tmp"));
  }

  private Path hosts() {
    try {
      return Files.writeString(
          folder.resolve("hosts"),
          "127.0.0.1 localhost\n%s kubernetes kubernetes.default kubernetes.default.svc\n"
              .formatted(serviceAddress));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Object> concat(List<?> command, String... flags) {
    List<Object> words = new ArrayList<>(command);
    words.addAll(Arrays.asList(flags));
    return words;
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
