package dev.slipway.activities.urls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.workflows.contract.UrlActivities.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UrlActivitiesTest {
  private HttpServer server;
  private String base;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void tellsTheStatus() {
    serve("/", 200, null);
    serve("/argocd", 503, null);

    assertThat(probe(base + "/", base + "/argocd"))
        .containsExactly(
            new Probe(base + "/", true, "200"), new Probe(base + "/argocd", true, "503"));
  }

  @Test
  void followsARedirectToALoginPage() {
    serve("/", 302, "/login");
    serve("/login", 200, null);

    assertThat(probe(base + "/")).containsExactly(new Probe(base + "/", true, "200"));
  }

  @Test
  void givesUpOnARedirectThatLeadsToItself() {
    serve("/", 302, "/");

    assertThat(probe(base + "/"))
        .containsExactly(new Probe(base + "/", true, "302 after 3 redirects"));
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    String free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    assertThat(probe(free)).containsExactly(new Probe(free, false, "no connection"));
  }

  @Test
  void saysThatTheNameHasNoAddress() {
    assertThat(probe("http://platform.invalid/"))
        .containsExactly(new Probe("http://platform.invalid/", false, "the name has no address"));
  }

  @Test
  void saysWhatIsWrongWithTls() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerInPlainText(plain));

      assertThat(probe("https://127.0.0.1:" + plain.getLocalPort() + "/"))
          .singleElement()
          .satisfies(probe -> assertThat(probe.answer()).startsWith("TLS: "));
      answered.join();
    }
  }

  @Test
  void answersForAUrlThatIsNone() {
    assertThat(probe("not a url").get(0).answered()).isFalse();
  }

  private static void answerInPlainText(ServerSocket plain) {
    try (Socket caller = plain.accept()) {
      assertThat(caller.getInputStream().read()).isNotNegative();
      caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      caller.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(String path, int status, String location) {
    server.createContext(
        path,
        exchange -> {
          if (location != null) {
            exchange.getResponseHeaders().set("Location", location);
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private static List<Probe> probe(String... urls) {
    return new UrlActivitiesImpl(Duration.ofMinutes(1)).probeUrls(List.of(urls));
  }
}
