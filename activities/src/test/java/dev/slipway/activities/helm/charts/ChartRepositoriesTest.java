package dev.slipway.activities.helm.charts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.workflows.digest.Sha256;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChartRepositoriesTest {
  private static final String LAYER =
      "{\"layers\": [{\"mediaType\": \"application/vnd.cncf.helm.chart.content.v1.tar+gzip\", \"digest\": \"%s\"}]}";

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private HttpServer server;
  private String address;
  private ChartRepositories charts;

  @TempDir private Path folder;

  @BeforeEach
  void startsARepository() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String page = pages.get(exchange.getRequestURI().toString());
          boolean locked =
              exchange.getRequestURI().getPath().startsWith("/v2/")
                  && !"Bearer anybody"
                      .equals(exchange.getRequestHeaders().getFirst("Authorization"));
          if (locked) {
            String challenge =
                "Bearer realm=\"%s/token\",service=\"charts\",scope=\"a:b:pull\""
                    .formatted(address);
            exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
          }
          byte[] body = (page == null ? "" : page).getBytes(UTF_8);
          exchange.sendResponseHeaders(locked ? 401 : page == null ? 404 : 200, 0);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
    charts = new ChartRepositories(new EnvironmentProxies(Map.of()), () -> {}).in(folder);
  }

  @AfterEach
  void stopsIt() {
    server.stop(0);
  }

  @Test
  void fetchesByRelativeAddressAndWhateverTheVersionStartsWith() {
    index("{version: v1.2.0, urls: [charts/greeting-1.2.0.tgz]}");
    pages.put("/stable/charts/greeting-1.2.0.tgz", "archive");

    assertThat(charts.fetch(greeting("1.2.0"), folder)).hasContent("archive");
  }

  @Test
  void refusesAnArchiveThatIsNotWhatTheIndexSays() {
    index("{version: 1.2.0, urls: [a.tgz], digest: cafe}");
    pages.put("/stable/a.tgz", "archive");

    assertThatThrownBy(() -> charts.fetch(greeting("1.2.0"), folder))
        .hasMessageContaining("CHART_REFUSED")
        .hasMessageContaining("another digest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><p>Sign in</p></html>", "{", "", "apiVersion: v1", "entries: [a]"})
  void refusesWhatIsNoIndex(String page) {
    pages.put("/stable/index.yaml", page);

    assertThatThrownBy(() -> charts.whyMissing(greeting("1.2.0"), new ChartIndex.Known()))
        .hasMessageContaining("CHART_REFUSED")
        .hasMessageContaining(address + "/stable/index.yaml is no index of charts");
  }

  @Test
  void refusesAnIndexWithAnAddressThatIsNone() {
    index("{version: 1.2.0, urls: [a b.tgz]}");

    assertThatThrownBy(() -> charts.fetch(greeting("1.2.0"), folder))
        .hasMessageContaining("CHART_REFUSED")
        .hasMessageContaining("a b.tgz is no address of charts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://charts of acme/", "oci://charts of acme/team", "http:///charts"})
  void blamesThePackagesForAnAddressThatIsNone(String repository) {
    ChartReference chart = new ChartReference(repository, "greeting", "1.2.0");

    assertThatThrownBy(() -> charts.whyMissing(chart, new ChartIndex.Known()))
        .hasMessageContaining("INVALID_PACKAGES")
        .hasMessageContaining("is no address of charts");
  }

  @Test
  void namesVersionAndRepositoryOfAChartThatIsMissing() {
    index("{version: 1.2.0, urls: [a.tgz]}");

    assertThatThrownBy(() -> charts.fetch(greeting("1.3.0"), folder))
        .hasMessageContaining("CHART_REFUSED")
        .hasMessageContaining("chart greeting 1.3.0 of " + address)
        .hasMessageContaining("has 1.2.0");
    assertThat(charts.whyMissing(greeting("1.3.0"), new ChartIndex.Known())).isPresent();
    assertThat(charts.whyMissing(greeting("1.2.0"), new ChartIndex.Known())).isEmpty();
  }

  @Test
  void saysWhichRepositoryDoesNotAnswer() {
    server.stop(0);
    assertThatThrownBy(() -> charts.whyMissing(greeting("1.2.0"), new ChartIndex.Known()))
        .hasMessageContaining("CHART_REPOSITORY_UNAVAILABLE")
        .hasMessageContaining(address + "/stable/index.yaml");
  }

  @Test
  void asksARepositoryOnceForItsIndex() {
    index("{version: 1.2.0, urls: [a.tgz]}");
    ChartIndex.Known indexes = new ChartIndex.Known();
    charts.whyMissing(greeting("1.2.0"), indexes);
    pages.clear();

    assertThat(charts.whyMissing(greeting("1.2.0"), indexes)).isEmpty();
  }

  @Test
  void fetchesFromARegistryWithItsAnonymousToken() {
    String digest = "sha256:" + Sha256.of("archive".getBytes(UTF_8));
    pages.put("/token?service=charts&scope=a%3Ab%3Apull", "{\"token\": \"anybody\"}");
    pages.put("/v2/team/greeting/manifests/1.2.0_build", LAYER.formatted(digest));
    pages.put("/v2/team/greeting/blobs/" + digest, "archive");
    String registry = address.replace("http://", "oci://") + "/team";

    assertThat(charts.fetch(new ChartReference(registry, "greeting", "1.2.0+build"), folder))
        .hasContent("archive");
    ChartReference other = new ChartReference(registry, "greeting", "9.9.9");
    assertThat(charts.whyMissing(other, new ChartIndex.Known())).isPresent();
  }

  @Test
  void refusesWhatARegistryHasInsteadOfAChart() {
    pages.put("/token?service=charts&scope=a%3Ab%3Apull", "{\"token\": \"anybody\"}");
    pages.put("/v2/greeting/manifests/1.0.0", "<html>");
    pages.put("/v2/greeting/manifests/2.0.0", "{\"layers\": []}");
    pages.put("/v2/greeting/manifests/3.0.0", LAYER.formatted("sha256:cafe"));
    pages.put("/v2/greeting/blobs/sha256:cafe", "archive");

    assertThatThrownBy(() -> fetchFromRegistry("1.0.0")).hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> fetchFromRegistry("2.0.0")).hasMessageContaining("is no chart");
    assertThatThrownBy(() -> fetchFromRegistry("3.0.0")).hasMessageContaining("another digest");
    assertThatThrownBy(() -> fetchFromRegistry("4.0.0")).hasMessageContaining("not know it");
    pages.put("/token?service=charts&scope=a%3Ab%3Apull", "<html>");
    assertThatThrownBy(() -> fetchFromRegistry("3.0.0")).hasMessageContaining("The token of");
  }

  @Test
  void refusesARegistryWhoseTokenIsNowhere() {
    String registry = address.replace("http://", "oci://");
    address = "http://tokens of acme";

    assertThatThrownBy(
            () -> charts.fetch(new ChartReference(registry, "greeting", "1.2.0"), folder))
        .hasMessageContaining("CHART_REFUSED")
        .hasMessageContaining("http://tokens of acme/token");
  }

  @Test
  void takesFoldersAndArchivesBesideThePackages() throws IOException {
    Path chart = Files.createDirectories(folder.resolve("charts/greeting"));
    Files.writeString(chart.resolve("Chart.yaml"), "{}");
    Path archive = Files.writeString(folder.resolve("charts/greeting-1.2.0.tgz"), "archive");

    assertThat(charts.fetch(new ChartReference("./charts", "greeting", "1.2.0"), folder))
        .isEqualTo(archive);
    assertThat(charts.fetch(new ChartReference("./charts", "greeting", "1.3.0"), folder))
        .isEqualTo(chart);
  }

  @Test
  void takesNoFolderOutsideThePackages() {
    for (String elsewhere : List.of("/srv/charts", "../charts", "./a/../../b")) {
      ChartReference chart = new ChartReference(elsewhere, "greeting", "1.2.0");
      assertThatThrownBy(() -> charts.whyMissing(chart, new ChartIndex.Known()))
          .hasMessageContaining("chartRepository \"%s\" of chart greeting".formatted(elsewhere))
          .hasMessageContaining("leads out of packages/");
    }
  }

  private Path fetchFromRegistry(String version) {
    String registry = address.replace("http://", "oci://");
    try {
      return charts.fetch(new ChartReference(registry, "greeting", version), folder);
    } catch (ApplicationFailure e) {
      assertThat(e.getType()).isEqualTo("CHART_REFUSED");
      throw e;
    }
  }

  private void index(String version) {
    pages.put("/stable/index.yaml", "entries: {greeting: [" + version + "]}");
  }

  private ChartReference greeting(String version) {
    return new ChartReference(address + "/stable", "greeting", version);
  }
}
