package dev.slipway.e2e.bed.node;

import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.Servers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How the processes of External Secrets are started for one cluster. */
final class ExternalSecretsProcesses {
  private static final String LOOPBACK = "127.0.0.1:";
  private static final String NAMESPACE = "external-secrets";
  final int webhookPort = Ports.free();
  private final PodFolder folder;
  private final String serviceAddress;
  private final Map<String, String> awsEnvironment;

  ExternalSecretsProcesses(
      PodFolder folder, String serviceAddress, Map<String, String> awsEnvironment) {
    this.folder = folder;
    this.serviceAddress = serviceAddress;
    this.awsEnvironment = awsEnvironment;
  }

  List<Component> all() {
    return List.of(controller(), certController(), webhook());
  }

  Path webhookCertificates() {
    return folder.made("external-secrets-webhook");
  }

  // Its Kubernetes provider looks up kubernetes.default, hence hosts of its own.
  private Component controller() {
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
    return new Component(
        "external-secrets",
        NAMESPACE,
        folder
            .launch(
                "external-secrets",
                command,
                "--concurrent=1",
                "--metrics-addr=" + LOOPBACK + Ports.free(),
                "--live-addr=" + LOOPBACK + Ports.free())
            .with(awsEnvironment));
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
        "--port=" + webhookPort,
        "--dns-name=external-secrets-webhook.external-secrets.svc",
        "--cert-dir=" + webhookCertificates(),
        "--metrics-addr=" + LOOPBACK + Ports.free(),
        "--healthz-addr=" + LOOPBACK + Ports.free());
  }

  private Component externalSecrets(String name, String... flags) {
    List<Path> command = List.of(Servers.path("external-secrets"));
    return new Component(name, NAMESPACE, folder.launch(name, command, flags));
  }

  private Path hosts() {
    return folder.write(
        "hosts",
        "127.0.0.1 localhost\n%s kubernetes kubernetes.default kubernetes.default.svc\n"
            .formatted(serviceAddress));
  }
}
