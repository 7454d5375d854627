package dev.slipway.e2e.variants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.aws.Fault;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.traces.PlantedSecrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who is named in a request hears of its run, once each, also where they were away at first. */
@ExtendWith(BedExtension.class)
final class NoticesE2E {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final byte[] KEY = "twenty-four bytes or so!".getBytes(UTF_8);

  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final AtomicInteger downFor = new AtomicInteger(2);

  @TempDir private Path folder;

  @Test
  void reachAReceiverThatWasDownAtFirstOnceEachAndSigned(Bed bed) throws IOException {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
    Platform platform = Platform.on(bed, bed.cluster("alpha"));
    platform.slipway().worker(Map.of("SLIPWAY_WEBHOOKS", webhooks(receiver)));
    bed.aws().fail(Fault.accessDenied("CreateSecret", Fault.SLIPWAY));

    Run run = platform.operator().asking("\"notify\":[\"ops\"]").start();
    run.awaitStatus("AWAITING_APPROVAL").approve().awaitAttention(1);
    bed.aws().fail();
    run.answer("abort", 1).ending(SOON);

    Await.until("three notices have arrived", SOON, () -> arrived.size() >= 3);
    receiver.stop(0);
    assertThat(arrived)
        .containsExactlyInAnyOrder(
            "dev.slipway.run.approval-needed", "dev.slipway.run.parked", "dev.slipway.run.failed");
    assertThat(run.histories())
        .allSatisfy(history -> assertThat(PlantedSecrets.inHistory(history)).isEmpty());
  }

  private String webhooks(HttpServer receiver) throws IOException {
    Path secret = folder.resolve("ops-secret");
    Files.writeString(secret, "whsec_" + Base64.getEncoder().encodeToString(KEY) + "\n");
    return "{ops: {format: cloudEvents, url: \"http://127.0.0.1:%d/slipway\", secretFile: \"%s\"}}"
        .formatted(receiver.getAddress().getPort(), secret);
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (downFor.getAndDecrement() > 0) {
      exchange.sendResponseHeaders(503, -1);
    } else {
      String signed = exchange.getRequestHeaders().getFirst("webhook-signature");
      String type = new ObjectMapper().readTree(body).path("type").asText();
      arrived.add(signed.equals("v1," + signature(exchange, body)) ? type : "forged " + type);
      exchange.sendResponseHeaders(204, -1);
    }
    exchange.close();
  }

  private static String signature(HttpExchange exchange, byte[] body) throws IOException {
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    String at = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      mac.update((id + "." + at + ".").getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
