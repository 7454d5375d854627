package dev.slipway.e2e.bed.cluster;

import dev.slipway.e2e.bed.process.Tool;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** etcd, kube-apiserver, controller manager, scheduler, and kwok with one node. */
public final class ControlPlane implements AutoCloseable {
  static final String ADMIN_TOKEN = "bed-admin";
  private final Path folder;
  private final ServiceAddresses services;
  private final Certificates certificates;
  private final EksTokenWebhook tokens;
  private final ApiServer apiServer;
  private final Path kubeconfig;
  private final Controllers controllers;
  private final KubernetesClient client;
  private final AdmissionWebhook webhook;

  private ControlPlane(Path folder, String cluster) {
    this.folder = folder;
    services = ServiceAddresses.reserve(folder);
    certificates = Certificates.in(folder.resolve("certificates"), services.first());
    kubeconfig = folder.resolve("kubeconfig");
    controllers = new Controllers(folder, certificates, kubeconfig);
    tokens = new EksTokenWebhook(certificates.keyStore(), cluster);
    apiServer =
        new ApiServer(folder, certificates, services, controllers.startEtcd(), tokens.url());
    kubeconfigs().write(kubeconfig, ADMIN_TOKEN, "default");
    client = client("bed-admin");
    webhook = new AdmissionWebhook(client, certificates.keyStore(), authorityBase64());
  }

  /**
   * Starts everything and returns when the API server is ready. A folder with an earlier life's
   * data goes on with it.
   */
  public static ControlPlane start(Path folder, String cluster) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ControlPlane plane = new ControlPlane(folder, cluster);
    try {
      plane.apiServer.start();
      plane.controllers.start(plane.client);
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

  public AdmissionWebhook webhook() {
    return webhook;
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

  /** Ends all that writes, etcd last, and copies what a later life needs. */
  public void freeze(Path image) {
    controllers.stopWriting();
    apiServer.stop();
    controllers.stopEtcd();
    for (String kept : List.of("certificates", "etcd", ServiceAddresses.FILE)) {
      Tool.run(folder, "cp", "-r", "--sparse=always", kept, image);
    }
  }

  @Override
  public void close() {
    client.close();
    apiServer.close();
    controllers.close();
    tokens.close();
    webhook.close();
    try {
      services.kubernetes().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
