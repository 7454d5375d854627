package dev.slipway.activities.helm.charts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.standins.cluster.StandInCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a chart's repository passes by itself, and what needs a person. */
class ChartFailuresTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/failures/charts.txt", delimiterString = " => ")
  void sortsAnswersByWhoCanHelp(String answer, String type) throws IOException {
    String status = answer.substring(0, 3);
    try (ServerSocket server = answering(status + " Said\r\n" + answer.substring(3).trim())) {
      assertFetching(address(server), Map.of())
          .hasMessageContaining(type)
          .hasMessageContaining(
              address(server) + "/index.yaml cannot be fetched: status " + status);
    }
  }

  @Test
  void waitsForAnAddress() {
    assertFetching("http://charts.invalid", Map.of())
        .hasMessageContaining("CHART_REPOSITORY_UNAVAILABLE")
        .hasMessageContaining("its host has no address");
  }

  @Test
  void waitsForAnAnswer() throws IOException {
    try (ServerSocket server = answering("")) {
      assertFetching(address(server), Map.of())
          .hasMessageContaining("CHART_REPOSITORY_UNAVAILABLE");
    }
  }

  @Test
  void needsAPersonWhereACertificateIsNotTrusted() {
    try (StandInCluster stranger = StandInCluster.start()) {
      assertFetching(stranger.endpoint().toString(), Map.of())
          .hasMessageContaining("CHART_REFUSED")
          .hasMessageContaining("its certificate is not trusted: PKIX path building failed");
    }
  }

  @Test
  void waitsWhereAnEncryptedConnectionBreaksOff() throws IOException {
    try (ServerSocket server = answering("")) {
      assertFetching(address(server).replace("http:", "https:"), Map.of())
          .hasMessageContaining("CHART_REPOSITORY_UNAVAILABLE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void needsAPersonWhereAProxyWantsCredentials(String scheme) throws IOException {
    String said = "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"a\"";
    try (ServerSocket proxy = answering(said)) {
      assertFetching(scheme + "://charts.example.com", Map.of(scheme + "_proxy", address(proxy)))
          .hasMessageContaining("CHART_REFUSED")
          .hasMessageContaining("status 407");
    }
  }

  private static AbstractThrowableAssert<?, ?> assertFetching(
      String repository, Map<String, String> environment) {
    ChartRepositories charts = new ChartRepositories(new EnvironmentProxies(environment), () -> {});
    ChartReference greeting = new ChartReference(repository, "greeting", "1.2.0");
    return assertThatThrownBy(() -> charts.whyMissing(greeting, new ChartIndex.Known()));
  }

  private static String address(ServerSocket server) {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** A server that says this to everybody, whatever they ask; nothing where it is empty. */
  private static ServerSocket answering(String said) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> answer(server, said));
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private static void answer(ServerSocket server, String said) {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        caller.getInputStream().read(new byte[10_000]);
        if (!said.isEmpty()) {
          String answer = "HTTP/1.1 " + said.trim() + "\r\nContent-Length: 0\r\n\r\n";
          caller.getOutputStream().write(answer.getBytes(US_ASCII));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }
}
