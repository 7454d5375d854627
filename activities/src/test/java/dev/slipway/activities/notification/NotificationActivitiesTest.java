package dev.slipway.activities.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.activities.SettableClock;
import dev.slipway.activities.notification.Receiver.Format;
import dev.slipway.activities.notification.ReceivingServer.Received;
import dev.slipway.workflows.contract.Notice;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NotificationActivitiesTest {
  private static final Notice PARKED =
      new Notice(
          "5b0c",
          "PARKED",
          "default",
          "platform/123456789012/eu-west-3/idp",
          "r1",
          "123456789012/eu-west-3/idp",
          "idp is parked <!channel>",
          "`slipway resolve` & wait",
          Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private ReceivingServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ReceivingServer();
    Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsACloudEventThatTheirOwnLibraryReads() {
    send(signed(server.url("/hook")));

    Received received = server.received().get(0);
    CloudEvent event = new JsonFormat().deserialize(received.body().getBytes(UTF_8));
    assertThat(received.headers().getFirst("Content-Type"))
        .isEqualTo("application/cloudevents+json; charset=UTF-8");
    assertThat(event.getId()).isEqualTo("5b0c");
    assertThat(event.getSource())
        .hasToString("/slipway/default/platform/123456789012/eu-west-3/idp");
    assertThat(event.getType()).isEqualTo("dev.slipway.run.parked");
    assertThat(event.getSubject()).isEqualTo("123456789012/eu-west-3/idp");
    assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-01-01T00:00:00Z"));
    assertThat(event.getExtensionNames()).isEmpty();
  }

  @Test
  void putsTheNoticeIntoTheEventAsJson() throws IOException {
    send(signed(server.url("/hook")));

    JsonNode event = new ObjectMapper().readTree(server.received().get(0).body());
    assertThat(event.get("datacontenttype").asText()).isEqualTo("application/json");
    assertThat(event.get("data").get("kind").asText()).isEqualTo("PARKED");
    assertThat(event.get("data").get("runId").asText()).isEqualTo("r1");
    assertThat(event.get("data").get("text").asText()).isEqualTo("`slipway resolve` & wait");
  }

  @Test
  void signsWhatItSends() throws Exception {
    send(signed(server.url("/hook")));

    Received received = server.received().get(0);
    assertThat(received.headers().getFirst("webhook-id")).isEqualTo("5b0c");
    assertThat(received.headers().getFirst("webhook-timestamp")).isEqualTo("1767225600");
    assertThat(received.headers().getFirst("webhook-signature"))
        .isEqualTo("v1," + hmac("5b0c.1767225600." + received.body()));
  }

  @Test
  void readsTheSecretAnewForEachNotice() throws Exception {
    send(signed(server.url("/hook")));
    Files.writeString(folder.resolve("secret"), "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    send(signed(server.url("/hook")));

    assertThat(server.received())
        .extracting(received -> received.headers().getFirst("webhook-signature"))
        .doesNotHaveDuplicates();
  }

  @Test
  void repeatsTheSameEventAtAnotherTime() {
    send(signed(server.url("/hook")));
    clock.advance(Duration.ofMinutes(1));
    send(signed(server.url("/hook")));

    Received again = server.received().get(1);
    assertThat(again.headers().getFirst("webhook-id")).isEqualTo("5b0c");
    assertThat(again.headers().getFirst("webhook-timestamp")).isEqualTo("1767225660");
    assertThat(again.body()).isEqualTo(server.received().get(0).body());
  }

  @Test
  void turnsMarkdownIntoSlacksOwn() {
    Notice notice =
        new Notice(
            "id", "PARKED", "", "", "", "", "t", "**Attention:** a \\*b\\* &lt;", Instant.EPOCH);

    assertThat(SlackMessage.of(notice).text()).isEqualTo("*t*\n*Attention:* a *b* &amp;lt;");
  }

  @Test
  void writesToSlackUnderAnAddressFromAFile() throws IOException {
    send(slack(server.url("/services/T0/B0/x0")));

    Received received = server.received().get(0);
    assertThat(received.path()).isEqualTo("/services/T0/B0/x0");
    assertThat(received.headers().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(received.headers()).doesNotContainKey("webhook-signature");
    assertThat(received.body())
        .isEqualTo(
            "{\"text\":\"*idp is parked &lt;!channel&gt;*\\n`slipway resolve` &amp; wait\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void triesAgainWhereTheAnswerMayChange(int status) {
    server.answers(status);

    ApplicationFailure failure = failure(signed(server.url("/hook?token=t0ken")));
    assertThat(failure.getType()).isEqualTo("NOTICE_UNDELIVERED");
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getNextRetryDelay()).isNull();
    assertThat(failure.getOriginalMessage())
        .isEqualTo("webhook \"ops\" at 127.0.0.1 answered " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 404, 410})
  void givesUpWhereTheAnswerStands(int status) {
    server.answers(status).with("Location", "/elsewhere");

    ApplicationFailure failure = failure(signed(server.url("/hook?token=t0ken")));
    assertThat(failure.getType()).isEqualTo("NOTICE_REFUSED");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage())
        .isEqualTo("webhook \"ops\" at 127.0.0.1 answered " + status);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    server.answers(429).with("Retry-After", "90");

    ApplicationFailure failure = failure(signed(server.url("/hook")));
    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(90));
    assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(failure.isNonRetryable()).isFalse();
  }

  @Test
  void triesAgainWhereNobodyListens() throws IOException {
    String free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = "http://127.0.0.1:" + socket.getLocalPort() + "/s3cret";
    }

    ApplicationFailure failure = failure(slack(free));
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getOriginalMessage())
        .isEqualTo("webhook \"ops\" at 127.0.0.1: no connection");
    assertThat(failure).hasNoCause();
  }

  @Test
  void doesNotWaitForAReceiverThatNeverAnswers() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ApplicationFailure failure = failure(signed("http://127.0.0.1:" + mute.getLocalPort() + "/"));

      assertThat(failure.getOriginalMessage())
          .isEqualTo("webhook \"ops\" at 127.0.0.1: no answer in time");
    }
  }

  @Test
  void refusesAReceiverThatTheWorkerDoesNotKnow() {
    ApplicationFailure failure =
        catchThrowableOfType(
            ApplicationFailure.class,
            () -> activities(signed("https://example.org/")).sendNotice("team", PARKED));

    assertThat(failure.getType()).isEqualTo("NOTICE_REFUSED");
    assertThat(failure.getOriginalMessage())
        .isEqualTo("\"team\" is not among the webhooks of worker.yml: ops");
  }

  private Receiver signed(String url) {
    return new Receiver("ops", Format.CLOUD_EVENTS, url, null, folder.resolve("secret"));
  }

  private Receiver slack(String url) throws IOException {
    Path file = Files.writeString(folder.resolve("url"), url + "\n");
    return new Receiver("ops", Format.SLACK, null, file, null);
  }

  private void send(Receiver receiver) {
    activities(receiver).sendNotice("ops", PARKED);
  }

  private ApplicationFailure failure(Receiver receiver) {
    return catchThrowableOfType(ApplicationFailure.class, () -> send(receiver));
  }

  private NotificationActivitiesImpl activities(Receiver receiver) {
    Post post = new Post(ProxySelector.getDefault(), Duration.ofSeconds(3), clock);
    return new NotificationActivitiesImpl(new Receivers(List.of(receiver)), clock, post);
  }

  private static String hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }
}
