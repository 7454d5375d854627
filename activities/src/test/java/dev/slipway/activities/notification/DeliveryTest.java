package dev.slipway.activities.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.notification.Receiver.Format;
import dev.slipway.activities.notification.ReceivingServer.Received;
import dev.slipway.workflows.contract.Notice;
import dev.slipway.workflows.notice.SendNotice;
import dev.slipway.workflows.notice.SendNoticeImpl;
import dev.slipway.workflows.world.TemporalInMemory;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The workflow that sends a notice, with its real activity. */
@Timeout(60)
class DeliveryTest {
  private static final Notice FAILED =
      new Notice("5b0c", "FAILED", "default", "w", "r", "a/b/c", "c failed", "why", Instant.EPOCH);

  @TempDir private Path folder;
  private final TestWorkflowEnvironment temporal = TemporalInMemory.open();
  private ReceivingServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ReceivingServer();
    Path secret =
        Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    Path url = Files.writeString(folder.resolve("url"), server.url("/s3cret"));
    Receivers receivers =
        new Receivers(
            List.of(
                new Receiver("ops", Format.CLOUD_EVENTS, null, url, secret),
                new Receiver("team", Format.SLACK, null, url, null)));
    var worker = temporal.newWorker("slipway");
    worker.registerWorkflowImplementationTypes(SendNoticeImpl.class);
    worker.registerActivitiesImplementations(
        new NotificationActivitiesImpl(receivers, ProxySelector.getDefault(), Clock.systemUTC()));
    temporal.start();
  }

  @AfterEach
  void stop() {
    temporal.close();
    server.close();
  }

  @Test
  void repeatsTheNoticeUnderItsIdUntilTheReceiverHasIt() {
    server.answers(503, 503);

    send("ops");

    assertThat(server.received())
        .hasSize(3)
        .extracting(received -> received.headers().getFirst("webhook-id"))
        .containsOnly("5b0c");
    assertThat(server.received()).extracting(Received::body).containsOnly(body());
  }

  @Test
  void leavesNoSecretInTheHistoryOfADelivery() {
    send("ops");

    assertThat(history())
        .contains("c failed")
        .doesNotContain("s3cret", "MfKQ9r8GKYqrTwjUPD8ILPZIo2");
  }

  @Test
  void leavesNoSecretInTheHistoryOfAFailure() {
    server.answers(410);

    assertThatThrownBy(() -> send("team")).isInstanceOf(WorkflowFailedException.class);
    assertThat(history()).contains("team\\\" at 127.0.0.1 answered 410").doesNotContain("s3cret");
  }

  private String body() {
    return server.received().get(0).body();
  }

  private void send(String receiver) {
    temporal
        .getWorkflowClient()
        .newWorkflowStub(
            SendNotice.class,
            WorkflowOptions.newBuilder().setTaskQueue("slipway").setWorkflowId("notice").build())
        .send(receiver, FAILED);
  }

  private String history() {
    return temporal.getWorkflowClient().fetchHistory("notice").getHistory().toString();
  }
}
