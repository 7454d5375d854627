package dev.slipway.activities.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.contract.Notice;
import dev.slipway.workflows.contract.NotificationActivities;
import dev.slipway.workflows.wire.Payloads;
import java.net.ProxySelector;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;

/** Speaks to each receiver in its format. */
public final class NotificationActivitiesImpl implements NotificationActivities {
  // Within the 30 s of an attempt.
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper MAPPER = Payloads.mapper();

  private final Receivers receivers;
  private final Clock clock;
  private final Post post;

  public NotificationActivitiesImpl(Receivers receivers, ProxySelector proxies, Clock clock) {
    this(receivers, clock, new Post(proxies, PATIENCE, clock));
  }

  NotificationActivitiesImpl(Receivers receivers, Clock clock, Post post) {
    this.receivers = receivers;
    this.clock = clock;
    this.post = post;
  }

  @Override
  public void sendNotice(String name, Notice notice) {
    Receiver receiver = receivers.named(name);
    post.send(receiver, request(receiver, notice));
  }

  private HttpRequest request(Receiver receiver, Notice notice) {
    return switch (receiver.format()) {
      case CLOUD_EVENTS -> signed(receiver, notice.id(), json(CloudEvent.of(notice)));
      case SLACK -> of(receiver, "application/json", json(SlackMessage.of(notice))).build();
    };
  }

  private HttpRequest signed(Receiver receiver, String id, byte[] body) {
    return of(receiver, "application/cloudevents+json; charset=UTF-8", body)
        .headers(receiver.signing().headers(id, clock.instant(), body))
        .build();
  }

  private static HttpRequest.Builder of(Receiver receiver, String contentType, byte[] body) {
    return HttpRequest.newBuilder(receiver.address())
        .header("Content-Type", contentType)
        .header("User-Agent", "slipway")
        .POST(BodyPublishers.ofByteArray(body));
  }

  private static byte[] json(Object message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A notice cannot be written as JSON", e);
    }
  }
}
