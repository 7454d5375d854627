package dev.slipway.activities.helm.charts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a repository answers tells whether waiting helps. */
class HttpFetchTest {
  private final HttpFetch http = new HttpFetch(ProxySelector.of(null), () -> {});
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "401, CHART_REFUSED",
    "403, CHART_REFUSED",
    "404, CHART_REFUSED",
    "407, CHART_REFUSED",
    "410, CHART_REFUSED",
    "408, CHART_REPOSITORY_UNAVAILABLE",
    "429, CHART_REPOSITORY_UNAVAILABLE",
    "500, CHART_REPOSITORY_UNAVAILABLE",
    "502, CHART_REPOSITORY_UNAVAILABLE",
    "503, CHART_REPOSITORY_UNAVAILABLE",
  })
  void sortsAnswersByWhetherWaitingHelps(int status, String type) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + status);

    assertThatThrownBy(() -> http.get(uri)).hasMessageContaining(type);
  }
}
