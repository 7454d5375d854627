package dev.slipway.e2e.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  /** An activity that was completed, and how many seconds that took since it was scheduled. */
  record Run(String activity, double seconds) {}

  List<Run> runs() {
    Map<String, JsonNode> scheduled = new HashMap<>();
    List<Run> runs = new ArrayList<>();
    for (JsonNode event : events) {
      scheduled.put(event.path("eventId").asText(), event);
      JsonNode completion = event.path("activityTaskCompletedEventAttributes");
      JsonNode from = scheduled.get(completion.path("scheduledEventId").asText());
      if (from != null) {
        String activity =
            from.at("/activityTaskScheduledEventAttributes/activityType/name").asText();
        runs.add(new Run(activity, Figures.seconds(at(from), at(event))));
      }
    }
    return runs;
  }

  /** Seconds of the activity of this type that took longest. */
  double longestRun(String activity) {
    return runs().stream()
        .filter(run -> run.activity().equals(activity))
        .mapToDouble(Run::seconds)
        .max()
        .orElse(0);
  }

  private static Instant at(JsonNode event) {
    return Instant.parse(event.path("eventTime").asText());
  }
}
