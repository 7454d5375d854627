package dev.slipway.activities.helm.charts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.packages.PackagesFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A repository that serves argo-cd 1.0.0, whose archive is a text, and packages that want it. */
final class OneChart implements AutoCloseable {
  private static final String INDEX = "entries: {argo-cd: [{version: 1.0.0, urls: [argo-cd.tgz]}]}";

  private final Path packages;
  private final HttpServer server;
  private volatile String published = "one";
  private volatile int status = 200;

  OneChart(Path packages) {
    this.packages = packages;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          boolean index = exchange.getRequestURI().getPath().endsWith("index.yaml");
          exchange.sendResponseHeaders(status, 0);
          exchange.getResponseBody().write((index ? INDEX : published).getBytes(UTF_8));
          exchange.close();
        });
    server.start();
  }

  /** Another archive under the same version. */
  void publish(String archive) {
    published = archive;
  }

  /** Gives every page under this status. */
  void answer(int status) {
    this.status = status;
  }

  /** The packages, with the digest that they bind the chart to; empty for none. */
  PackagesCopy packages(String digest) throws IOException {
    Files.createDirectories(packages.resolve("addons"));
    Files.writeString(
        packages.resolve("addons/values.yaml"),
        """
        argocd:
          enabled: true
          chartName: argo-cd
          defaultVersion: 1.0.0
          digest: '%s'
          chartRepository: http://127.0.0.1:%d
        keycloak: {enabled: true, chartName: keycloakx, defaultVersion: 1.0.0, chartRepository: 'http://127.0.0.1:1'}
        """
            .formatted(digest, server.getAddress().getPort()));
    return new PackagesFolder(packages).now();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
