package dev.slipway.activities.notification;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header by which a receiver asks for patience. */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
  private static final Duration LEAST = Duration.ofSeconds(1);
  // A receiver may not put a notice off until it is no news.
  private static final Duration MOST = Duration.ofHours(1);

  private RetryAfter() {}

  /** A second to an hour; empty where the value is no time. */
  static Optional<Duration> read(String value, Instant now) {
    return pause(value.strip(), now).map(RetryAfter::bounded);
  }

  private static Optional<Duration> pause(String value, Instant now) {
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      ZonedDateTime moment = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, moment.toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration pause) {
    if (pause.compareTo(LEAST) < 0) {
      return LEAST;
    }
    return pause.compareTo(MOST) > 0 ? MOST : pause;
  }
}
