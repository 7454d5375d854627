package dev.slipway.activities.helm.charts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.platform.Packages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovedChartsTest {
  /** Of the text "one". */
  private static final String ONE =
      "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

  private static final String INDEX = "entries: {argo-cd: [{version: 1.0.0, urls: [argo-cd.tgz]}]}";

  @TempDir private Path root;
  @TempDir private Path folder;
  private final ApprovedCharts charts =
      new ApprovedCharts(new ChartRepositories(new EnvironmentProxies(Map.of()), () -> {}));
  private String published = "one";
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean index = exchange.getRequestURI().getPath().endsWith("index.yaml");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write((index ? INDEX : published).getBytes(UTF_8));
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void tellsWhatTheChartsAreThatSlipwayInstallsItself() throws IOException {
    assertThat(charts.of(packages(""), false)).containsExactly(Map.entry("argo-cd", ONE));
  }

  @Test
  void refusesAChartThatWasPublishedAnewSinceItWasApproved() throws IOException {
    Packages approved = new Packages("d", null, Map.of("argo-cd", ONE));
    assertThat(fetch(packages(""), approved)).hasContent("one");
    published = "two";
    assertThatThrownBy(() -> fetch(packages(""), approved))
        .hasMessageContaining("CHART_CHANGED")
        .hasMessageContaining("chart argo-cd 1.0.0")
        .hasMessageContaining("approved was sha256:" + ONE);
  }

  @Test
  void refusesAnotherChartThanThePackagesBind() throws IOException {
    Packages earlier = new Packages("d", null, null);
    assertThat(fetch(packages("sha256:" + ONE), earlier)).hasContent("one");
    assertThatThrownBy(() -> fetch(packages("sha256:cafe"), earlier))
        .hasMessageContaining("CHART_CHANGED")
        .hasMessageContaining("packages/addons/values.yaml says sha256:cafe");
  }

  private Path fetch(PackagesCopy packages, Packages approved) {
    AddonSource argoCd = packages.addons(false).addon("argocd");
    return charts.fetch(argoCd, packages, approved, folder);
  }

  private PackagesCopy packages(String digest) throws IOException {
    Files.createDirectories(root.resolve("addons"));
    Files.writeString(
        root.resolve("addons/values.yaml"),
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
    return new PackagesFolder(root).now();
  }
}
