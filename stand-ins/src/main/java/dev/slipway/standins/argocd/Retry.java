package dev.slipway.standins.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When a failed operation is tried again. */
record Retry(JsonNode policy) {
  private static final DateTimeFormatter KITCHEN =
      DateTimeFormatter.ofPattern("h:mma", Locale.ROOT).withZone(ZoneId.systemDefault());

  /** A negative limit is none. */
  boolean isAllowed(int retried) {
    int limit = policy.path("limit").asInt();
    return limit < 0 || retried < limit;
  }

  /** Five seconds, doubled each time, up to three minutes, where the policy says nothing. */
  Duration pause(int retried) {
    JsonNode backoff = policy.path("backoff");
    double factor = Math.pow(backoff.path("factor").asInt(2), retried);
    Duration pause = duration(backoff.path("duration").asText("5s"));
    Duration longest = duration(backoff.path("maxDuration").asText("3m"));
    Duration grown = Duration.ofMillis((long) (pause.toMillis() * factor));
    return grown.compareTo(longest) < 0 ? grown : longest;
  }

  static String announcement(int attempt, Instant when) {
    return ". Retrying attempt #" + attempt + " at " + KITCHEN.format(when) + ".";
  }

  /** Go's notation, as far as policies use it: a number and a unit. */
  private static Duration duration(String text) {
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }
}
