package dev.slipway.e2e.bed.cluster;

import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.ServerProcess;
import dev.slipway.e2e.bed.process.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The kube-apiserver of one cluster; stop and start it for an outage. */
public final class ApiServer implements AutoCloseable {
  private static final String POLICY =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules: [{level: Metadata}]
      """;
  private final int port = Ports.free();
  private final Path folder;
  private final ServerProcess process;
  private final ApiProbe probe;

  ApiServer(
      Path folder,
      Certificates certificates,
      ServiceAddresses services,
      String etcd,
      String webhook) {
    this.folder = folder;
    this.probe = new ApiProbe(url(), certificates.authority());
    write("tokens.csv", ControlPlane.ADMIN_TOKEN + ",admin,admin,system:masters\n");
    write("audit-policy.yaml", POLICY);
    new Kubeconfig(webhook, certificates.authority())
        .writeWithoutUser(folder.resolve("webhook.conf"));
    process = new ServerProcess(launch(certificates, services, etcd));
  }

  public String url() {
    return "https://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /** The API server as a process, to freeze or kill it. */
  public ServerProcess process() {
    return process;
  }

  /** Ends it at once: asked politely, it would wait for its watchers first. */
  public void stop() {
    process.kill();
  }

  public void start() {
    process.start();
    awaitReady();
  }

  void awaitReady() {
    process.awaitReady(Duration.ofSeconds(60), this::isReady);
  }

  @Override
  public void close() {
    process.close();
  }

  /** The HTTP status for somebody who asks for the namespaces with this token. */
  public int statusFor(String token) {
    try {
      return probe.get("/api/v1/namespaces", token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean isReady() throws IOException, InterruptedException {
    return probe.get("/readyz", ControlPlane.ADMIN_TOKEN) == 200;
  }

  private Launch launch(Certificates certificates, ServiceAddresses services, String etcd) {
    return Launch.of(
        "kube-apiserver",
        folder,
        Servers.path("kube-apiserver"),
        "--etcd-servers=" + etcd,
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        "--secure-port=" + port,
        "--cert-dir=" + folder.resolve("generated"),
        "--tls-cert-file=" + certificates.serverCertificate(),
        "--tls-private-key-file=" + certificates.serverKey(),
        "--service-cluster-ip-range=" + services.range(),
        "--endpoint-reconciler-type=none",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-signing-key-file=" + certificates.serviceAccountKey(),
        "--service-account-key-file=" + certificates.serviceAccountKey(),
        "--token-auth-file=tokens.csv",
        "--authentication-token-webhook-config-file=webhook.conf",
        "--authentication-token-webhook-version=v1",
        "--authentication-token-webhook-cache-ttl=5s",
        "--authorization-mode=RBAC",
        "--allow-privileged",
        "--audit-policy-file=audit-policy.yaml",
        "--audit-log-path=" + folder.resolve("audit.log"),
        "--audit-log-maxsize=2000");
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
