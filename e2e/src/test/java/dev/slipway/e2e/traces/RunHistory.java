package dev.slipway.e2e.traces;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.e2e.install.Histories;
import dev.slipway.e2e.install.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run's history, read for what its activities went through. */
public record RunHistory(List<JsonNode> events) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FAILURES =
      List.of("ACTIVITY_TASK_FAILED", "ACTIVITY_TASK_TIMED_OUT", "WORKFLOW_EXECUTION_FAILED");

  /** An activity that is over. */
  public record Activity(String type, int attempt, String lastFailure) {}

  /** Reads it, and leaves it in {@code target/histories} as material for replay tests. */
  public static RunHistory of(Run run, String name) {
    String text = run.history();
    Histories.keep(name, text);
    try {
      List<JsonNode> events = new ArrayList<>();
      JSON.readTree(text).path("events").forEach(events::add);
      return new RunHistory(events);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No history: " + text, e);
    }
  }

  /** Activities in the order in which they ended, with the number of their last attempt. */
  public List<Activity> activities() {
    Map<String, String> types = new HashMap<>();
    List<Activity> activities = new ArrayList<>();
    for (JsonNode event : events) {
      JsonNode scheduled = event.path("activityTaskScheduledEventAttributes");
      types.put(event.path("eventId").asText(), scheduled.at("/activityType/name").asText());
      JsonNode started = event.path("activityTaskStartedEventAttributes");
      if (!started.isMissingNode()) {
        activities.add(
            new Activity(
                types.get(started.path("scheduledEventId").asText()),
                started.path("attempt").asInt(),
                started.at("/lastFailure/applicationFailureInfo/type").asText()));
      }
    }
    return activities;
  }

  /** Types of the activities that needed more than one attempt, one entry an activity. */
  public List<String> repeated() {
    return activities().stream()
        .filter(activity -> activity.attempt() > 1)
        .map(Activity::type)
        .toList();
  }

  /** Failures that the run saw. A frozen worker may fail a workflow task, which no run sees. */
  public List<String> failures() {
    return events.stream().map(RunHistory::kind).filter(FAILURES::contains).toList();
  }

  private static String kind(JsonNode event) {
    return event.path("eventType").asText().replace("EVENT_TYPE_", "");
  }
}
