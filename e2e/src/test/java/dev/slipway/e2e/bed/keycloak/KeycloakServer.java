package dev.slipway.e2e.bed.keycloak;

import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.node.Forwarder;
import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.ServerProcess;
import dev.slipway.e2e.bed.process.Servers;
import dev.slipway.e2e.bed.process.Tool;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A real Keycloak that keeps its database in a folder of its own. */
public final class KeycloakServer implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final int port = Ports.free();
  private final int management = Ports.free();
  private final KeycloakAdmin admin;
  private final ServerProcess process;

  private KeycloakServer(Path folder, String url, String user, String password) {
    admin = new KeycloakAdmin(URI.create("http://127.0.0.1:" + port), user, password);
    process = new ServerProcess(launch(folder, url).with(bootstrap(user, password)));
  }

  /** Starts one that people reach at this URL, with this administrator. */
  public static KeycloakServer start(Path folder, String url, String user, String password) {
    Tool.run(folder.getParent(), "cp", "-r", Servers.path("keycloak.folder"), folder);
    KeycloakServer server = new KeycloakServer(folder, url, user, password);
    server.process.start();
    server.process.awaitReady(START, server::isReady);
    return server;
  }

  /** Makes it the service of this name, on port 80, until what is returned is closed. */
  public Forwarder serveIn(Cluster cluster, String namespace, String name) {
    Service service =
        new ServiceBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .withNewSpec()
            .addNewPort()
            .withPort(80)
            .endPort()
            .endSpec()
            .build();
    Service made = cluster.client().resource(service).create();
    return Forwarder.listen(made.getSpec().getClusterIP(), 80, port);
  }

  /** What an administrator sees and can change. */
  public KeycloakAdmin admin() {
    return admin;
  }

  @Override
  public void close() {
    process.close();
  }

  // kc.sh runs Java as its child: in a process namespace of its own, it ends with the script.
  private Launch launch(Path folder, String url) {
    return Launch.of(
        "keycloak",
        folder,
        "unshare",
        "--pid",
        "--fork",
        "--kill-child",
        "--",
        "bash",
        "bin/kc.sh",
        "start-dev",
        "--http-host=127.0.0.1",
        "--http-port=" + port,
        "--http-management-port=" + management,
        "--hostname=" + url,
        "--proxy-headers=xforwarded",
        "--health-enabled=true",
        "--cache=local");
  }

  private static Map<String, String> bootstrap(String user, String password) {
    return Map.of(
        "JAVA_HOME",
        System.getProperty("java.home"),
        "JAVA_OPTS_KC_HEAP",
        "-Xms64m -Xmx512m",
        "KC_BOOTSTRAP_ADMIN_USERNAME",
        user,
        "KC_BOOTSTRAP_ADMIN_PASSWORD",
        password);
  }

  private boolean isReady() throws IOException, InterruptedException {
    URI health = URI.create("http://127.0.0.1:" + management + "/health/ready");
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }
}
