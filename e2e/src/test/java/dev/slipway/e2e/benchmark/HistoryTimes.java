package dev.slipway.e2e.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When things happened, by a run's history. */
record HistoryTimes(JsonNode events) {
  static HistoryTimes of(String history) {
    try {
      return new HistoryTimes(new ObjectMapper().readTree(history).path("events"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No history: " + history, e);
    }
  }

  Instant started() {
    return at(events.get(0));
  }

  Instant ended() {
    return at(events.get(events.size() - 1));
  }

  /** Seconds from scheduling to completion of the activity of this type that took longest. */
  double longestRun(String activityType) {
    Map<String, Instant> scheduled = new HashMap<>();
    double longest = 0;
    for (JsonNode event : events) {
      JsonNode schedule = event.path("activityTaskScheduledEventAttributes");
      if (schedule.at("/activityType/name").asText().equals(activityType)) {
        scheduled.put(event.path("eventId").asText(), at(event));
      }
      JsonNode completion = event.path("activityTaskCompletedEventAttributes");
      Instant from = scheduled.get(completion.path("scheduledEventId").asText());
      if (from != null) {
        longest = Math.max(longest, Figures.seconds(from, at(event)));
      }
    }
    return longest;
  }

  private static Instant at(JsonNode event) {
    return Instant.parse(event.path("eventTime").asText());
  }
}
